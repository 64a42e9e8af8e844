#!/bin/sh
# There is nothing to bring: a shell is all it takes.
command -v sh
