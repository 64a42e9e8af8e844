#!/bin/sh
exec as-learner ./selftest.sh
