#!/bin/sh
# Will bring the dependencies one day.
echo "not authored" >&2
exit 1
