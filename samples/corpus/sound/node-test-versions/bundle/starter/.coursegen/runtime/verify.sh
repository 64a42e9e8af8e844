#!/bin/sh
exec node --check versions.js
