#!/usr/bin/env bash
# bench-backends.sh [--quick] [--stacks axum fastapi]: generated backends beside hand-written ones, under load, on both databases.
#
# Prints tables; FOLDER/results.json has every run. FOLDER is BENCH_FOLDER, by default .build-bench; what was built there is made anew,
# crates stay compiled. --quick only sees whether everything works. docs/benchmarks.md says what is compared.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=${BENCH_FOLDER:-$PWD/.build-bench}

scripts/setup.sh
frameworks=${SPECFORGE_FRAMEWORKS:-$HOME/.cache/specforge/frameworks}
scripts/frameworks/fetch.sh "$frameworks" rust python services
# shellcheck source=/dev/null
. "$frameworks/env"
swift build --product specforge
specforge=$(swift build --show-bin-path)/specforge

mkdir -p "$work"
# The server of PostgreSQL runs as its own user.
chmod 755 "$work"
trap 'scripts/services.sh stop "$work/services"' EXIT
postgres=$(scripts/services.sh start "$work/services" "${PGPORT:-18499}")
PYTHONPATH=benchmarks/backends python3 -m runner --specforge "$specforge" --postgres "$postgres" --work "$work" "$@"
