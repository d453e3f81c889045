#!/usr/bin/env bash
# check-fastapi.sh [FOLDER]: holds the FastAPI yardsticks against all that a generated backend must
# pass, on SQLite and on a PostgreSQL that it starts and stops: format, lints, types, tests,
# containers, and schemathesis.
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
# The yardsticks in the repository stay as they are.
export PYTHONDONTWRITEBYTECODE=1 RUFF_NO_CACHE=true MYPY_CACHE_DIR=/dev/null

say() { printf '\n== %s\n' "$*"; }

package() { # FOLDER: format, lints, types, tests
  say "$1"
  (cd "$1" &&
    "$SPECFORGE_PYTHON" -m ruff format --check &&
    "$SPECFORGE_PYTHON" -m ruff check &&
    "$SPECFORGE_PYTHON" -m mypy &&
    "$SPECFORGE_PYTHON" -m pytest -q -p no:cacheprovider)
}

serve() { # FOLDER DATABASE_URL PORT: starts the server, and waits until it answers
  (cd "$1" && DATABASE_URL=$2 PORT=$3 LOG_LEVEL=warn exec "$SPECFORGE_PYTHON" -m users) > "$work/server-$3.log" 2>&1 &
  servers+=($!)
  until (cd "$1" && PORT=$3 "$SPECFORGE_PYTHON" -m users --probe 2> /dev/null); do
    kill -0 $! || { cat "$work/server-$3.log"; return 1; }
    sleep 0.2
  done
}

contract() { # PORT: calls the server as the contract allows and forbids
  say "schemathesis on port $1"
  # It leaves notes in the folder in which it runs.
  (cd "$work" && schemathesis run "$root/examples/users/openapi.yaml" --url "http://127.0.0.1:$1" \
    --checks all --phases examples,coverage,fuzzing,stateful -n 60 --seed 1 --generation-database none -w 1)
}

servers=()
cleanup() {
  [ ${#servers[@]} = 0 ] || kill "${servers[@]}" 2> /dev/null || true
  "$root/scripts/services.sh" stop "$work/services"
}
trap cleanup EXIT
postgres=$("$root/scripts/services.sh" start "$work/services" "${PGPORT:-54927}")
export TEST_DATABASE_URL=$postgres

for file in errors.py extract/part.py; do
  # The package's name apart, these are copies.
  sed 's/from users\./from orders./' "$here/users-fastapi/users/$file" | diff - "$here/decode-fastapi/orders/$file"
done

"$here/overlay.sh" fastapi "$work/users-fastapi-postgres"
for folder in "$here/decode-fastapi" "$here/users-fastapi" "$work/users-fastapi-postgres"; do
  package "$folder"
done

say "containers"
hadolint "$here"/users-fastapi*/Dockerfile
check-jsonschema --builtin-schema vendor.compose-spec "$here"/users-fastapi*/compose.yaml

rm -f "$work"/users.db*
psql -q "$postgres" -c "DROP TABLE IF EXISTS users, _sqlx_migrations" 2> /dev/null
serve "$here/users-fastapi" "sqlite://$work/users.db" 54928
serve "$work/users-fastapi-postgres" "$postgres" 54929

contract 54928
contract 54929

say "the servers stop"
for server in "${servers[@]}"; do
  kill -TERM "$server"
  wait "$server"
done
servers=()
