#!/bin/sh
exec node "${COURSEGEN_CHECKS:-$(dirname "$0")}/result.js"
