#!/bin/sh
set -eu
fpc -l- -v0ew -O1 -Sh -Mobjfpc rpn.pas
