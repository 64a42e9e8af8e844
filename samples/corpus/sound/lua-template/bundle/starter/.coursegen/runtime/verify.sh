#!/bin/sh
exec lua5.4 -e 'assert(loadfile("template.lua"))'
