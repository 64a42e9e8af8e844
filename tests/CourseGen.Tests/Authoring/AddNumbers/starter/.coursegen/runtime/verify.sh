#!/bin/sh
sh -n add.sh
