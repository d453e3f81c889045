#!/usr/bin/env bash
# overlay.sh FOLDER: writes the PostgreSQL variant of the users backend into FOLDER.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1"
cp -R "$here/users-axum/." "$1"
rm -rf "$1/migrations"
cp -R "$here/users-axum-postgres/." "$1"
