#!/usr/bin/env bash
# example.sh [FOLDER]: shows all of it once. Generates examples/users into a git repository, builds the backend from its review
# branch, starts it on SQLite, and calls it. FOLDER (default .build-example) is made anew.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
work=${1:-$root/.build-example}
port=${PORT:-8099}

say() { printf '\n\033[1m== %s\033[0m\n' "$*"; }
show() { printf '$ %s\n' "$*"; "$@"; }

scripts/setup.sh
say "Building specforge"
swift build --product specforge
PATH=$(swift build --show-bin-path):$PATH

say "A repository with an OpenAPI document and migrations"
rm -rf "$work"
mkdir -p "$work"
cp -R examples/users "$work/users"
cd "$work/users"
git init -q -b main
# An identity for this repository alone, where the machine has none.
git config user.email > /dev/null || git config user.email you@example.org
git config user.name > /dev/null || git config user.name You
git add --all
git commit -qm "contract and migrations"
show ls -R

say "specforge generate"
show specforge generate
show git branch --list
show git log -1 --format=%B specforge/generated/workspace
show git log -1 --format=%B specforge/generated/api-rust
show git worktree add -q ../review specforge/review/api-rust
cd ../review/backends/rust
show git ls-files

say "Building the backend with cargo"
# The public registry where it can be reached; else the same crates from Debian's sources, as the tests use them.
if ! CARGO_NET_RETRY=0 CARGO_HTTP_TIMEOUT=15 cargo fetch -q 2> /dev/null; then
  echo "no crate registry can be reached: using scripts/frameworks"
  frameworks=${SPECFORGE_FRAMEWORKS:-$HOME/.cache/specforge/frameworks}
  "$root/scripts/frameworks/fetch.sh" "$frameworks" rust
  # shellcheck source=/dev/null
  . "$frameworks/env"
fi
cargo build -q
server=${CARGO_TARGET_DIR:-target}/debug/users

say "Starting it on SQLite"
DATABASE_URL=sqlite://$work/users.db PORT=$port LOG_LEVEL=warn "$server" > "$work/server.log" 2>&1 &
pid=$!
trap 'kill "$pid" 2> /dev/null || true' EXIT
for _ in $(seq 100); do
  curl -fs -o /dev/null "http://127.0.0.1:$port/ready" && break
  kill -0 "$pid" 2> /dev/null || { cat "$work/server.log" >&2; exit 1; }
  sleep 0.1
done

call() { # METHOD PATH [BODY]
  printf '\n$ curl -X %s http://127.0.0.1:%s%s %s\n' "$1" "$port" "$2" "${3:+-d '$3'}"
  curl -sS -X "$1" "http://127.0.0.1:$port$2" ${3:+-H 'content-type: application/json' -d "$3"} -w '\n→ %{http_code}\n'
}
call GET /ready
call POST /api/users '{"email":"ada@example.org","name":"Ada Lovelace"}'
call POST /api/users '{"email":"ada@example.org","name":"Another Ada"}'
call POST /api/users '{"email":"nowhere","name":"","role":"king"}'
call PATCH /api/users/1 '{"bio":"Wrote the first program."}'
call GET '/api/users?sort=-name&per_page=10'
call DELETE /api/users/1
call GET /api/users/1

say "Stopping it"
kill -TERM "$pid"
trap - EXIT
wait "$pid" && echo "it ended well"
echo
echo "The repository is in $work/users, the review branch in $work/review."
