#!/bin/sh
cd "${COURSEGEN_WORKSPACE:-.}" || exit 1
exec node "${COURSEGEN_CHECKS:-checks/basket}/visible.js"
