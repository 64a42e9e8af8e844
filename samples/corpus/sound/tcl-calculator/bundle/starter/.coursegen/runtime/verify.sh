#!/bin/sh
# Reads the source once: a brace that is missing is named here.
exec tclsh <<'TCL'
set file [open calculator.tcl]
if {![info complete [read $file]]} { puts stderr "calculator.tcl: a brace, bracket or quote is not closed"; exit 1 }
source calculator.tcl
TCL
