#!/usr/bin/env bash
# Starts and stops a PostgreSQL of our own on 127.0.0.1, for tests.
#
#   scripts/services.sh start FOLDER PORT      prints its URL; starts it if it does not run
#   scripts/services.sh stop FOLDER
#
# Everything it writes is in FOLDER. It keeps nothing safe: a power cut may lose the data.
set -euo pipefail

die() { echo "services: $*" >&2; exit "${2:-1}"; }

[ $# -ge 2 ] || { sed -n 2,7p "$0" >&2; exit 64; }
verb=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
data=$folder/postgres
binaries=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2> /dev/null | sort -V | tail -1)
[ -n "$binaries" ] || die "PostgreSQL is missing: run scripts/frameworks/fetch.sh services"

# PostgreSQL refuses to run as root.
as=()
[ "$(id -u)" != 0 ] || as=(runuser -u postgres --)
control() { (cd / && "${as[@]}" "$binaries/pg_ctl" -D "$data" -s -w "$@"); }

case $verb in
  start)
    port=${3:?PORT is missing}
    if [ ! -e "$data/PG_VERSION" ]; then
      rm -rf "$data"
      mkdir -p "$data"
      [ "$(id -u)" != 0 ] || chown postgres: "$data"
      (cd / && "${as[@]}" "$binaries/initdb" -D "$data" -U app -A trust -E UTF8 --no-locale -N) > "$folder/initdb.log" 2>&1 ||
        die "initdb failed, see $folder/initdb.log"
    fi
    if ! control status > /dev/null 2>&1; then
      control start -t 30 -l "$data/server.log" -o "-p $port -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories= -c max_connections=300 \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off" > /dev/null ||
        die "PostgreSQL does not start, see $data/server.log"
    fi
    echo "postgres://app@127.0.0.1:$port/postgres"
    ;;
  stop)
    if control status > /dev/null 2>&1; then control stop -m fast; fi
    ;;
  *)
    die "there is no command called $verb" 64
    ;;
esac
