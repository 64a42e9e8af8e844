#!/bin/sh
read -r name points
echo "$name"
