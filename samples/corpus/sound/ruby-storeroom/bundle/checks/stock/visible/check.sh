#!/bin/sh
exec ruby "${COURSEGEN_CHECKS:-$(dirname "$0")}/stock_test.rb"
