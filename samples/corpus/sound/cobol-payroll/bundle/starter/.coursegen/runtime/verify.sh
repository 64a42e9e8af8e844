#!/bin/sh
set -eu
cobc -x -free -o payroll payroll.cob pay.cob
