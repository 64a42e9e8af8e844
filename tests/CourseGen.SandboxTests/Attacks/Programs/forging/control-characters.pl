#!/usr/bin/perl
# tries: "to confuse whoever reads its output by control characters, NUL and broken UTF-8"
# side: called
# intact: [verdict, checker]
print "TRIED\n";
print "\e[2J\e[H\e]0;pass\a\x00\x1b[1A\rpass unharmed\x7f\xff\xfe\xc0\x80\xed\xa0\x80\n";
print "\e]52;c;cGFzcw==\a\e[6n\x9b31m\r\npass\n";
print STDERR "\x00\xff" x 100;
