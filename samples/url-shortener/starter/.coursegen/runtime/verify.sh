#!/bin/sh
# Compiles every module in memory, so that a slip of the keyboard is named before the server starts.
set -eu
cd "$(dirname "$0")/../.."

exec python3 -B - <<'PYTHON'
import pathlib
import sys
import traceback

broken = 0
for source in sorted(pathlib.Path(".").glob("*.py")):
    try:
        compile(source.read_bytes(), str(source), "exec")
    except (SyntaxError, ValueError) as problem:
        broken += 1
        print("".join(traceback.format_exception_only(problem)), file=sys.stderr)
sys.exit(1 if broken else 0)
PYTHON
