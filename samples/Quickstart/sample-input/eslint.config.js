const security = require("eslint-plugin-security");
const noUnsanitized = require("eslint-plugin-no-unsanitized");

module.exports = [
  { ignores: ["app/assets/vendor/**", "test/**", "artifacts/**", "Gruntfile.js"] },
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "commonjs" },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    plugins: { security, "no-unsanitized": noUnsanitized },
    rules: {
      ...security.configs.recommended.rules,
      ...noUnsanitized.configs.recommended.rules,
      "security/detect-eval-with-expression": "error",
      "security/detect-unsafe-regex": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-unused-vars": ["warn", { args: "none" }],
      "no-shadow": "warn",
      "no-use-before-define": ["warn", { functions: false }],
      "no-useless-escape": "warn",
      "eqeqeq": "warn",
      "radix": "warn",
    },
  },
];
