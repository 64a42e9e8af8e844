#!/bin/sh
sh -n sum.sh
