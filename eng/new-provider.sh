#!/usr/bin/env bash
# Starts an adapter from the Redmine sample: eng/new-provider.sh Acme makes src/TicketExport.Providers.Acme and its tests, which build and pass
# while they still speak Redmine's wire. Change them piece by piece; docs/adding-a-provider.md says in which order.
set -euo pipefail
cd "$(dirname "$0")/.."

name=${1:-}
if ! [[ "$name" =~ ^[A-Z][A-Za-z0-9]{1,39}$ ]]; then
  echo "usage: eng/new-provider.sh Name   (letters and digits, starting with a capital)" >&2
  exit 2
fi

project="TicketExport.Providers.$name"
source="src/$project"
tests="tests/TicketExport.Providers.Tests/$name"
page="docs/providers/$(tr '[:upper:]' '[:lower:]' <<< "$name").md"
for path in "$source" "$tests" "$page"; do
  if [ -e "$path" ]; then
    echo "$path is there already." >&2
    exit 1
  fi
done

key=$(tr '[:upper:]' '[:lower:]' <<< "$name")

# copy FROM TO NAMESPACE: every file of the sample under the new name, in contents and in file names. Inside the family's own namespace two of
# its usings are not needed.
copy() {
  local file target
  while IFS= read -r -d '' file; do
    target="$2/$(sed "s/Redmine/$name/g" <<< "${file#"$1"/}")"
    mkdir -p "$(dirname "$target")"
    sed -e "s/CustomProvider\.Redmine/TicketExport.$name/g" -e "s/\(namespace\|using\) CustomProvider/\1 $3/" \
      -e "s/Redmine/$name/g" -e "s/\"redmine\"/\"$key\"/g" -e "s/redmine/$key/g" \
      -e '/^using TicketExport\(\.Providers\)\{0,1\};$/d' "$file" | sed '/./,$!d' > "$target"
  done < <(find "$1" -type f -name '*.cs' -print0)
}

copy samples/CustomProvider "$source" "$project"
copy tests/TicketExport.CustomProvider.Tests "$tests" "$project"

mkdir -p "$source/PublicAPI"
printf '#nullable enable\n' | tee "$source/PublicAPI/PublicAPI.Shipped.txt" > "$source/PublicAPI/PublicAPI.Unshipped.txt"
cat > "$source/$project.csproj" << XML
<Project Sdk="Microsoft.NET.Sdk">

  <PropertyGroup>
    <Description>Exports findings to $name with at most one ticket per finding.</Description>
    <PackageTags>$key</PackageTags>
  </PropertyGroup>

  <ItemGroup>
    <ProjectReference Include="..\\TicketExport.Http\\TicketExport.Http.csproj" />
  </ItemGroup>

</Project>
XML
cat > "$source/README.md" << MARKDOWN
# $project

Exports findings to $name with at most one ticket per finding. See $page in the repository.
MARKDOWN
printf '# %s\n\nAn example first, then credentials, settings, field mapping, duplicates, limits and errors, as in [webhook.md](webhook.md).\n' "$name" > "$page"

dotnet sln TicketExport.sln add "$source/$project.csproj" --solution-folder src
dotnet add tests/TicketExport.Providers.Tests/TicketExport.Providers.Tests.csproj reference "$source/$project.csproj"
echo "Made $source, $tests and $page. Next: dotnet restore, then bash eng/public-api.sh for its public types, and docs/adding-a-provider.md."
