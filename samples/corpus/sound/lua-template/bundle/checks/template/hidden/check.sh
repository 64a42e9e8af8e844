#!/bin/sh
exec lua5.4 "$COURSEGEN_CHECKS/hidden.lua"
