#!/usr/bin/env bash
# setup.sh [test]: installs the system packages that SpecForge needs; with "test" also what its tests need.
#
# Debian and Ubuntu. What is there already is left alone, so that it can be run again at any time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packages=(libyaml-dev libgit2-dev libsqlite3-dev pkg-config curl git)
[ "${1:-}" = test ] && packages+=(postgresql python3 sqlite3)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "installing ${missing[*]}" >&2
  sudo=()
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  "${sudo[@]}" apt-get -qq update
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

for tool in swift:'Swift 6.2 or later, from swift.org' cargo:'Rust 1.94 or later, from rustup.rs'; do
  command -v "${tool%%:*}" >/dev/null || { echo "$0: ${tool%%:*} is missing: install ${tool#*:}" >&2; exit 1; }
done
