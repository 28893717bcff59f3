#!/usr/bin/env bash
# The one way to build, for people and for CI: ./build.sh [restore|build|test|format|pack|consumer|verify]...
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_NOLOGO=true DOTNET_CLI_TELEMETRY_OPTOUT=true

configuration=Release
solution=TicketExport.sln
consumer=tests/TicketExport.PackageConsumer

restore() { dotnet restore "$solution"; }
build() { dotnet build "$solution" -c "$configuration" --no-restore; }
test_() { dotnet test "$solution" -c "$configuration" --no-build; }
format() { dotnet format "$solution" --no-restore --verify-no-changes; }

pack() {
  rm -rf artifacts/package/release
  dotnet pack "$solution" -c "$configuration" --no-build
}

# Uses the packages as a stranger would: from a folder source, outside the solution, first on the runtime and then as a
# NativeAOT program.
consumer() {
  local out=artifacts/consumer version
  version=$(dotnet msbuild src/TicketExport.Core/TicketExport.Core.csproj -getProperty:Version)
  rm -rf "$out"
  CI=false dotnet run --project "$consumer" -p:TicketExportVersion="$version" -- "$out/run"
  CI=false dotnet publish "$consumer" -c Release -p:TicketExportVersion="$version" -p:PublishAot=true -o "$out/native"
  "$out/native/TicketExport.PackageConsumer" "$out/run-native"
  adapter "$version" "$PWD/$out"
}

# The sample adapter and its conformance suite, built from the same packages.
adapter() {
  CI=false dotnet test tests/TicketExport.CustomProvider.Tests -p:TicketExportVersion="$1" -p:RestoreAdditionalProjectSources="$PWD/artifacts/package/release" \
    -p:RestorePackagesPath="$2/packages" -p:ArtifactsPath="$2/adapter"
}

verify() { restore && build && format && test_ && pack && consumer; }

[ $# -gt 0 ] || set -- build_all
for step in "$@"; do
  case $step in
    restore | build | format | pack | consumer | verify) "$step" ;;
    test) test_ ;;
    build_all) restore && build ;;
    *) echo "usage: ./build.sh [restore|build|test|format|pack|consumer|verify]..." >&2; exit 2 ;;
  esac
done
