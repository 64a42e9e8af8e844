#!/bin/sh
set -eu
cc-97 --version
