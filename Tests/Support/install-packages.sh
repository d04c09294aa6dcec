#!/bin/sh
# Installs the Debian packages named that are not there; elsewhere names them and stops.
set -eu
missing=
for package in "$@"; do
  if command -v dpkg-query >/dev/null 2>&1; then
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  else
    missing="$missing $package"
  fi
done
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
  # Without Debian's tools only pkg-config can tell whether the libraries are there.
  if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists yaml-0.1 sqlite3 libsodium; then exit 0; fi
  echo "These packages are needed, and this system has no apt-get to install them with:$missing" >&2
  exit 1
fi
sudo=
if [ "$(id -u)" -ne 0 ]; then sudo=sudo; fi
echo "Installing:$missing" >&2
# shellcheck disable=SC2086
$sudo apt-get install -y -q $missing || { $sudo apt-get update -q && $sudo apt-get install -y -q $missing; }
