#!/bin/bash
# usage: rotate.bash COUNT, with file names on standard input, one a line

if [[ ! ${1:-} =~ ^(0|[1-9][0-9]*)$ ]]; then
    exit 2
fi
mapfile -t names < <(grep -E '^backup-[0-9]{4}-[0-9]{2}-[0-9]{2}\.tar$' | sort -r)
for i in "${!names[@]}"; do
    month=${names[i]:7:7}
    older=${names[i + 1]:-}
    if ((i >= $1)) && [[ $month == "${older:7:7}" ]]; then
        echo "${names[i]}"
    fi
done
