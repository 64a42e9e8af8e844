#!/bin/sh
exec ruby "${COURSEGEN_CHECKS:-$(dirname "$0")}/value_test.rb"
