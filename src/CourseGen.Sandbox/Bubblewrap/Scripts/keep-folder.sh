# Copies a folder of the host into a new layer.
#
#   keep-folder.sh FOLDER LAYER UID
#
# Regular files, folders and symbolic links only. Owner, set-id bits and special permissions are not kept; whether a
# file may be run is. UID 0 stands for an engine without root, which cannot give files away.
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
from=$1 layer=$2 uid=$3
odd=$(find "$from" ! -type f ! -type d ! -type l -print -quit)
if [ -n "$odd" ]; then
    printf 'neither a file nor a folder nor a symbolic link: %s\n' "$odd" >&2
    exit 1
fi
cp -R --no-dereference --preserve=mode,timestamps,links -- "$from/." "$layer"
chmod -R u=rwX,go=rX,ug-s,-t "$layer"
[ "$uid" = 0 ] || chown -R --no-dereference "$uid:$uid" "$layer"
