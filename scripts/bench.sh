#!/usr/bin/env bash
# bench.sh [DOCUMENT...]: times of each stage, from a document to Axum files in memory and to a commit, in a release build.
#
# Without documents: examples/petstore, and GitHub's where SPECFORGE_SPECS names the folder of real documents.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/setup.sh
swift build -c release --product specforge-bench
bench=$(swift build -c release --show-bin-path)/specforge-bench
if [ $# -gt 0 ]; then
  for document in "$@"; do "$bench" "$document"; done
  exit
fi
"$bench" examples/petstore/openapi.yaml migrations
specs=${SPECFORGE_SPECS:-}
if [ -n "$specs" ]; then
  find "$specs" -path '*github*' -name 'api.github.com.*' | sort | while read -r document; do "$bench" "$document"; done
else
  echo "note: SPECFORGE_SPECS names no folder of real documents; GitHub's is not measured"
fi
