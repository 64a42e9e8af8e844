#!/bin/sh
set -eu
cc -std=c11 -Wall -Wextra -O1 -g -o queue queue.c ring.c
