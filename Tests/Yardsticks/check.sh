#!/usr/bin/env bash
# check.sh [FOLDER]: holds the yardsticks against all that a generated backend must pass, on SQLite and
# on a PostgreSQL that it starts and stops: format, lints, tests, containers, and schemathesis.
#
# FOLDER is for its own use, outside the repository (default: a temporary one). It needs
# scripts/frameworks/fetch.sh to have run.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
# The server of PostgreSQL runs as its own user.
chmod 755 "$work"
# shellcheck source=/dev/null
. "${SPECFORGE_FRAMEWORKS:-$HOME/.cache/specforge/frameworks}/env"

say() { printf '\n== %s\n' "$*"; }

crate() { # FOLDER: format, lints, tests
  say "$1"
  (cd "$1" && cargo fmt --check && cargo clippy -q --all-targets -- -D warnings && cargo test -q)
}

contract() { # CRATE DATABASE_URL PORT: runs the server and calls it as the contract allows and forbids
  say "schemathesis: $1 on port $3"
  local server result=0
  # Crates of one name share a program in the target folder: this one's is made last and copied.
  (cd "$1" && touch src/main.rs && cargo build -q && cp "$CARGO_TARGET_DIR/debug/users-api" "$work/server-$3")
  DATABASE_URL=$2 PORT=$3 LOG_LEVEL=warn "$work/server-$3" > "$work/server-$3.log" 2>&1 &
  server=$!
  until PORT=$3 "$work/server-$3" --probe 2> /dev/null; do
    kill -0 "$server" || { cat "$work/server-$3.log"; return 1; }
    sleep 0.2
  done
  # It leaves notes in the folder in which it runs.
  (cd "$work" && schemathesis run "$root/examples/users/openapi.yaml" --url "http://127.0.0.1:$3" \
    --checks all --phases examples,coverage,fuzzing,stateful -n 60 --seed 1 --generation-database none -w 1) || result=$?
  kill -TERM "$server"
  wait "$server" || { echo "the server stops with $?"; result=1; }
  return "$result"
}

postgres=$("$root/scripts/services.sh" start "$work/services" "${PGPORT:-24917}")
trap '"$root/scripts/services.sh" stop "$work/services"' EXIT
export TEST_DATABASE_URL=$postgres

"$here/overlay.sh" axum "$work/users-axum-postgres"
for folder in "$here/decode-axum" "$here/users-axum" "$work/users-axum-postgres"; do
  crate "$folder"
done

say "containers"
hadolint "$here"/users-axum*/Dockerfile
check-jsonschema --builtin-schema vendor.compose-spec "$here"/users-axum*/compose.yaml

rm -f "$work"/users.db*
contract "$here/users-axum" "sqlite://$work/users.db" 24918
contract "$work/users-axum-postgres" "$postgres" 24919
