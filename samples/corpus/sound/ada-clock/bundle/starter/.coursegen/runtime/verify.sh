#!/bin/sh
set -eu
gnatmake -q -f -gnat2012 timetable.adb
