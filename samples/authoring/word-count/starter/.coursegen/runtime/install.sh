#!/bin/sh
command -v awk
