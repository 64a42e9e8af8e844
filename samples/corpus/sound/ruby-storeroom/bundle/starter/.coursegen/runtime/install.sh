#!/bin/sh
# Nothing has to be fetched; Ruby has to be there, with minitest, which comes with it.
command -v ruby >/dev/null || { echo "install: this course needs ruby, which was not found (Debian: ruby)" >&2; exit 1; }
ruby -e 'require "minitest"' || { echo "install: this course needs minitest (Debian: ruby-minitest)" >&2; exit 1; }
