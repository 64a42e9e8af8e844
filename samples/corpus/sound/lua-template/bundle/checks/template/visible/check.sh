#!/bin/sh
exec lua5.4 "${COURSEGEN_CHECKS:-$(dirname "$0")}/visible.lua"
