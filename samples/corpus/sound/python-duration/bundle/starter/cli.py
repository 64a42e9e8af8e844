"""The command line around durations.py; you need not change it."""

import sys

import durations


def main(command: str, value: str) -> int:
    try:
        print(durations.parse(value) if command == "parse" else durations.show(int(value)))
    except ValueError as problem:
        print(f"cannot {command}: {problem}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
