#!/usr/bin/perl
# tries: "from the checker's box, to fill the memory of the carrier of its calls, which no control group holds"
# side: checker
# intact: [host]
use strict;
$SIG{PIPE} = 'IGNORE';
$SIG{ALRM} = sub { print "TRIED\n"; exit };
$| = 1;
alarm 3;
open my $lock, '>', '/run/as-learner/lock/5';
my $line = 'x' x 65536;
open my $pipe, '+>', '/run/as-learner/request' or die "$!";
for (1 .. 3000) { last unless syswrite $pipe, $line }
print "TRIED\n";
