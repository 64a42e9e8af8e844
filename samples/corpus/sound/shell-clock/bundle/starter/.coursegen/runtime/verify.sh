#!/bin/sh
# Reads the program without running it.
exec sh -n clock.sh
