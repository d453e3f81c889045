# shellcheck shell=bash
# Packages of Debian: installed from this machine's release, or only downloaded from a later one.
#
# No host is named: the sources are those of this machine, with the name of the release replaced.
# Signatures are checked with its own keys. Nothing of the later release is ever installed or run.

# The release whose crates are used: the first with axum 0.8 and sqlx 0.9.
DEBIAN_RELEASE=${DEBIAN_RELEASE:-forky}

# debian_install PACKAGE...: installs those that are missing.
debian_install() {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get -qq update
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}

# debian_closure ROOM PATTERN PACKAGE...: downloads the packages, and all that they depend on and
# whose names match PATTERN, into ROOM/files; prints the files.
debian_closure() {
  local room=$1 pattern=$2
  shift 2
  debian_room "$room"
  local plan="$room/plan" name file size missing=()
  # The status file is empty, so the plan names every dependency: lines 'URI' FILE SIZE HASH.
  debian_apt "$room" install -y --print-uris "$@" |
    awk -v pattern="$pattern" '/^\047/ { name = $2; sub(/_.*/, "", name); if (name ~ pattern) print name, $2, $3 }' |
    sort -u > "$plan"
  while read -r name file size; do
    [ "$(stat -c %s "$room/files/$file" 2> /dev/null)" = "$size" ] || missing+=("$name")
  done < "$plan"
  if [ ${#missing[@]} -gt 0 ]; then
    (cd "$room/files" && debian_apt "$room" download "${missing[@]}" >&2)
  fi
  awk -v folder="$room/files" '{ print folder "/" $2 }' "$plan"
}

# debian_apt ROOM ARGUMENT...: apt-get with the room's own sources, lists and cache.
debian_apt() {
  local room=$1
  shift
  # On the command line, because the machine's own settings are read after $APT_CONFIG, and images
  # switch the package cache off there: every call would build it again.
  APT_CONFIG=$room/apt.conf apt-get -qq -o "Dir::Cache::pkgcache=$room/cache/pkgcache.bin" \
    -o "Dir::Cache::srcpkgcache=$room/cache/srcpkgcache.bin" "$@"
}

debian_room() {
  local room=$1
  mkdir -p "$room/etc/none.d" "$room/lists/partial" "$room/cache/archives/partial" "$room/files"
  : > "$room/status"
  debian_sources > "$room/etc/release.list"
  cat > "$room/apt.conf" << CONF
Dir::Etc::sourcelist "$room/etc/release.list";
Dir::Etc::sourceparts "$room/etc/none.d";
Dir::Etc::preferences "$room/etc/none";
Dir::Etc::preferencesparts "$room/etc/none.d";
Dir::State::lists "$room/lists";
Dir::State::status "$room/status";
Dir::State::extended_states "$room/extended_states";
Dir::Cache "$room/cache";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
APT::Get::List-Cleanup "false";
Acquire::Languages "none";
Acquire::Retries "4";
CONF
  # The index is some 10 MB: fetched at most twice a day.
  if [ "${REFRESH:-0}" = 1 ] || [ -z "$(find "$room/lists" -maxdepth 1 -name '*Packages*' -mmin -720)" ]; then
    debian_apt "$room" update
  fi
}

# Prints this machine's sources of its own release, with DEBIAN_RELEASE in its place.
debian_sources() {
  local here release
  here=$(dirname "${BASH_SOURCE[0]}")
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  find /etc/apt -maxdepth 2 -path '/etc/apt/sources.list*' \( -name '*.list' -o -name '*.sources' \) |
    sort | xargs awk -v old="$release" -v new="$DEBIAN_RELEASE" -v arch="$(dpkg --print-architecture)" -f "$here/sources.awk"
}
