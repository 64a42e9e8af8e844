#!/bin/sh
# Usage: scores.sh total NAME
#        scores.sh winner
# Reads lines of a name and points from standard input.
total() {
    sum=0
    while read -r name points; do
        [ "$name" != "$1" ] || sum=$((sum + points))
    done
    echo "$sum"
}

winner() {
    all=$(cat)
    best=
    for player in $(printf '%s\n' "$all" | cut -d ' ' -f 1); do
        sum=$(printf '%s\n' "$all" | total "$player")
        if [ -z "$best" ] || [ "$sum" -gt "$most" ]; then
            best=$player
            most=$sum
        fi
    done
    [ -n "$best" ] && echo "$best"
}

case $1 in
total) total "$2" ;;
winner) winner ;;
esac
