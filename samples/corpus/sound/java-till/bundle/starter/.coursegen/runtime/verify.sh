#!/bin/sh
set -eu
rm -rf build
javac -J-XX:TieredStopAtLevel=1 -Xlint:all -d build src/Accounts.java src/Till.java
