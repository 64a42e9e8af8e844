#!/bin/sh
exec perl "${COURSEGEN_CHECKS:-$(dirname "$0")}/visible.t"
