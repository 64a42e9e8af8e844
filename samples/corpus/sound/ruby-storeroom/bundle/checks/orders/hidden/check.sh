#!/bin/sh
exec ruby -I "$COURSEGEN_SHARED" "$COURSEGEN_CHECKS/orders.rb"
