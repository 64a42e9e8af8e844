#!/bin/sh
exec node "$COURSEGEN_CHECKS/hidden.js"
