#!/bin/sh
exec node --check sky.js
