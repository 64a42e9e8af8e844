#!/bin/sh
# Nothing to fetch: this course needs OCaml.
for tool in ocamlc; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs OCaml." >&2; exit 1; }
done
