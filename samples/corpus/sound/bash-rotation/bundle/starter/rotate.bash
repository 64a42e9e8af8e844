#!/bin/bash
# usage: rotate.bash COUNT, with file names on standard input, one a line

cat
