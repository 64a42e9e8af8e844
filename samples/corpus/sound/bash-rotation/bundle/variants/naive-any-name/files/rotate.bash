#!/bin/bash
# usage: rotate.bash COUNT, with file names on standard input, one a line

mapfile -t names < <(sort -r)
for i in "${!names[@]}"; do
    older=${names[i + 1]:-}
    if ((i >= $1)) && [[ ${names[i]%-*} == "${older%-*}" ]]; then
        echo "${names[i]}"
    fi
done
