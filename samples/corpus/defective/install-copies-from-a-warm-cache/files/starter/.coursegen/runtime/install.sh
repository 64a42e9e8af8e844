#!/bin/sh
set -eu
mkdir -p vendor
cp "$HOME/.cache/counter/colours-1.2.tar.gz" vendor/
