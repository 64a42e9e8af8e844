# Waits until the engine is gone, however it went, and then removes the engine's folder.
#
#   janitor.sh FOLDER
#
# Standard input is a pipe that the engine holds open for as long as it lives.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
read -r _ || :

# Each session removes its own folder; wait for the last of them, but not for ever.
tries=0
until rmdir "$1/sessions" 2>/dev/null || [ ! -d "$1/sessions" ] || [ "$tries" -ge 500 ]; do
    tries=$((tries + 1))
    sleep 0.02
done
rm -rf -- "$1"
