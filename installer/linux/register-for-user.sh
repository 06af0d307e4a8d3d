#!/bin/sh
# Makes a double click on a package or card open InnoLab Desktop, for this user alone, without admin rights.
# Usage: register-for-user.sh FOLDER-OF-THE-PROGRAM
set -eu
program=$(cd "${1:?folder of the program}" && pwd)/innolab-desktop
[ -x "$program" ] || { echo "$program is not there" >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
mkdir -p "$data/applications" "$data/mime/packages"
sed "s|^Exec=innolab-desktop|Exec=\"$program\"|" "$here/innolab-desktop.desktop" > "$data/applications/innolab-desktop.desktop"
cp "$here/innolab-desktop.xml" "$data/mime/packages/"
update-mime-database "$data/mime"
if command -v update-desktop-database > /dev/null; then update-desktop-database "$data/applications"; fi
for type in bundle card; do xdg-mime default innolab-desktop.desktop "application/x-innolab-$type"; done
