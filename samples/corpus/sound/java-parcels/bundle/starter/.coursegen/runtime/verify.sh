#!/bin/sh
set -eu
rm -rf build
javac -J-XX:TieredStopAtLevel=1 -Xlint:all -d build src/Answer.java src/Tariff.java src/Office.java
