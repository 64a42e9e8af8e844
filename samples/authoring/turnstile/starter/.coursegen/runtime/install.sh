#!/bin/sh
# Perl and the modules that come with it are all there is to install, so say plainly when they are not there.
set -eu
exec perl -MIO::Socket::INET -e 'print "install: Perl $^V is all this course needs.\n"'
