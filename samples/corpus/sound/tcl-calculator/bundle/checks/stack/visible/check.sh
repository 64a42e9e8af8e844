#!/bin/sh
exec tclsh "${COURSEGEN_CHECKS:-$(dirname "$0")}/visible.tcl"
