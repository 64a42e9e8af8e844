#!/bin/sh
exec python3 -B -c 'import ast, pathlib
for path in sorted(pathlib.Path(".").glob("*.py")):
    ast.parse(path.read_text(), str(path))'
