#!/bin/sh
exec perl "$COURSEGEN_CHECKS/hidden.t"
