#!/usr/bin/env bash
# overlay.sh STACK FOLDER: writes the PostgreSQL variant of the users backend of a stack (axum,
# fastapi) into FOLDER.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$2"
cp -R "$here/users-$1/." "$2"
find "$2" -name migrations -type d -prune -exec rm -r {} +
cp -R "$here/users-$1-postgres/." "$2"
