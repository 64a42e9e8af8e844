#!/bin/sh
exec ruby "${COURSEGEN_CHECKS:-$(dirname "$0")}/orders_test.rb"
