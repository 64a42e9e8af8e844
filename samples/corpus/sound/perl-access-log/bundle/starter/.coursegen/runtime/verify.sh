#!/bin/sh
exec perl -c summarise.pl
