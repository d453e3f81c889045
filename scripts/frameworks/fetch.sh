#!/usr/bin/env bash
# Provides what generated backends are built and judged with, so that tests compile them against
# the real frameworks. For people who use SpecForge, plain `cargo build` does the same.
#
#   scripts/frameworks/fetch.sh [/FOLDER] [rust] [python] [services] [tools]     (all if none is named)
#
#   rust      a cargo home whose registry is a folder of crates: axum, sqlx, tower-http, tokio...
#   python    a Python environment with fastapi, pydantic, sqlalchemy, uvicorn, pytest, ruff, mypy...
#   services  PostgreSQL's server, wrk, and the C libraries that the crates link to
#   tools     a Python environment with schemathesis, hadolint and check-jsonschema
#
# Everything lands in FOLDER (default $SPECFORGE_FRAMEWORKS, or else ~/.cache/specforge/frameworks),
# except services, which are packages of this machine. `. FOLDER/env` makes it usable. What is there
# already is kept; REFRESH=1 looks for newer versions.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
destination=${SPECFORGE_FRAMEWORKS:-$HOME/.cache/specforge/frameworks}
case ${1:-} in
  /*) destination=$1; shift ;;
esac
mkdir -p "$destination/env.d"
destination=$(cd "$destination" && pwd)

# shellcheck source=debian.sh
. "$here/debian.sh"

say() { printf 'frameworks: %s\n' "$*" >&2; }
names() { sed 's/#.*//' "$1" | xargs; }

# Whether the stamp FILE holds TEXT, that is, whether the work was done for these inputs.
is_done() { [ "${REFRESH:-0}" != 1 ] && [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }

fetch_services() {
  debian_install postgresql libsqlite3-dev pkg-config gcc libc6-dev curl wrk
}

fetch_rust() {
  local room=$destination/rust packages=() name stamp
  debian_install libsqlite3-dev pkg-config gcc libc6-dev
  stamp=$(cat "$here/rust-crates.txt" "$here/fetch.sh" "$here/debian.sh" | sha256sum)
  if ! is_done "$room/.crates" "$stamp"; then
    for name in $(names "$here/rust-crates.txt"); do packages+=("librust-$name-dev"); done
    rm -rf "$room/new"
    mkdir -p "$room/new"
    debian_closure "$destination/apt" '^librust-' "${packages[@]}" | while read -r file; do
      dpkg-deb -x "$file" "$room/new"
    done
    adapt_crates "$room/new/usr/share/cargo/registry"
    # Swapped in at once: a build that runs meanwhile sees the old folder or the new one.
    rm -rf "$room/old"
    [ ! -e "$room/vendor" ] || mv "$room/vendor" "$room/old"
    mv "$room/new/usr/share/cargo/registry" "$room/vendor"
    rm -rf "$room/new" "$room/old"
    printf %s "$stamp" > "$room/.crates"
  fi
  mkdir -p "$room/cargo-home"
  cat > "$room/cargo-home/config.toml" <<CONFIG
[source.crates-io]
replace-with = "folder"
[source.folder]
directory = "$room/vendor"
[net]
offline = true
CONFIG
  cat > "$destination/env.d/rust" <<ENV
export CARGO_HOME="$room/cargo-home"
export CARGO_TARGET_DIR="\${CARGO_TARGET_DIR:-$room/target}"
export CARGO_NET_OFFLINE=true CARGO_INCREMENTAL=0
export CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_TEST_DEBUG=0
ENV
}

# Makes a folder of Debian's crates one that cargo takes for a registry.
adapt_crates() {
  local crate
  for crate in "$1"/*/; do
    # Debian writes a sentence where the checksum goes; without one, Cargo.lock gets none either.
    echo '{"package":null,"files":{}}' > "$crate/.cargo-checksum.json"
  done
  # Debian generates SQLite's bindings, for which it needs libclang; those that the crate ships
  # serve as well.
  sed -i 's#^unbundled = \["libsqlite3-sys/buildtime_bindgen"\]#unbundled = ["libsqlite3-sys/min_sqlite_version_3_34_1"]#' \
    "$1"/sqlx-sqlite-*/Cargo.toml
}

# make_environment ROOM LIST: a Python environment with the packages of a list.
make_environment() {
  local room=$1 list=$2 stamp done python
  stamp=$(sha256sum < "$list")
  done=$room/.$(basename "$list" .txt)
  ! is_done "$done" "$stamp" || return 0
  # The interpreter itself: an activated environment or a version manager's shim must not leak in.
  python=$(python3 -c 'import sys; print(sys._base_executable)')
  rm -rf "$room"
  "$python" -m venv "$room"
  "$room/bin/pip" install -q --disable-pip-version-check -r "$list"
  printf %s "$stamp" > "$done"
}

fetch_python() {
  local room=$destination/python
  make_environment "$room" "$here/python-packages.txt"
  # Not in PATH, where it would hide the machine's own python3.
  printf 'export SPECFORGE_PYTHON="%s"\n' "$room/bin/python" > "$destination/env.d/python"
}

fetch_tools() {
  local room=$destination/tools
  make_environment "$room" "$here/tools.txt"
  # At the end of PATH: nothing in there is to hide a program of the machine, least of all python3.
  printf 'export PATH="$PATH:%s"\n' "$room/bin" > "$destination/env.d/tools"
}

[ $# -gt 0 ] || set -- services rust python tools
for part in "$@"; do
  case $part in
    rust | python | services | tools) ;;
    *) say "there is no part called $part"; exit 64 ;;
  esac
done
for part in "$@"; do
  say "$part"
  "fetch_$part"
done
{
  echo '# Source this file to use what scripts/frameworks/fetch.sh provides.'
  cat "$destination"/env.d/*
} > "$destination/env.new"
mv "$destination/env.new" "$destination/env"
say "ready: . $destination/env"
