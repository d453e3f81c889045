#!/usr/bin/env bash
# test.sh [swift test arguments]: installs what the tests need and runs all of them.
#
# The real web frameworks, PostgreSQL and the linters come from Debian and PyPI (scripts/frameworks); the first run fetches and
# compiles them, later ones reuse them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/setup.sh test
frameworks=${SPECFORGE_FRAMEWORKS:-$HOME/.cache/specforge/frameworks}
scripts/frameworks/fetch.sh "$frameworks"
export SPECFORGE_FRAMEWORKS=$frameworks

swift build --build-tests
exec swift test --skip-build "$@"
