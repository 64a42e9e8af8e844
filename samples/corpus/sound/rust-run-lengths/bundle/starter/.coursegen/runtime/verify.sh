#!/bin/sh
set -eu
cargo build --release --offline --locked --quiet
