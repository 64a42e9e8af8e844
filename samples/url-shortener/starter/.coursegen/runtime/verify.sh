#!/bin/sh
# Compiles every module in memory, so that a slip of the keyboard is named before the server starts.
set -eu
cd "$(dirname "$0")/../.."

exec python3 -B -S - <<'PYTHON'
import os
import sys

broken = 0
for name in sorted(name for name in os.listdir() if name.endswith(".py")):
    with open(name, "rb") as source:
        try:
            compile(source.read(), name, "exec")
        except (SyntaxError, ValueError) as problem:
            import traceback  # Here alone: it takes longer to load than all the rest.

            broken += 1
            print("".join(traceback.format_exception_only(problem)), file=sys.stderr)
sys.exit(1 if broken else 0)
PYTHON
