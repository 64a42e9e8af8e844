#!/bin/sh
total=$((${1%:*} * 60 + ${1#*:} + $2))
printf '%02d:%02d\n' $((total / 60)) $((total % 60))
