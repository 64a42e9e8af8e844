#!/bin/sh
set -eu
ocamlc -w +a-4-9-40..42-44-45-48-70 -o terms term.ml value.ml derive.ml terms.ml
