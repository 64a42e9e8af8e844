#!/bin/bash
# usage: rotate.bash COUNT, with file names on standard input, one a line

sort -r | tail -n "+$(($1 + 1))" | head -n -1
