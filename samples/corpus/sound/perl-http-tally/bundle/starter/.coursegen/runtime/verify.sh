#!/bin/sh
exec perl -c server.pl
