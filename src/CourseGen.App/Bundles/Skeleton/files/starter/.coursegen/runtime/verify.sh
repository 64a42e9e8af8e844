#!/bin/sh
# Compiles or type-checks the project, without network. What it builds stays in the workspace.
# Write it in place of these two lines.
echo "not authored" >&2
exit 1
