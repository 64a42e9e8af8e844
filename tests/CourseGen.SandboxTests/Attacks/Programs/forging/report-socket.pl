#!/usr/bin/perl
# tries: "to hand in, as its report, a socket"
# side: checker
# intact: [verdict]
# collect: [stolen]
use IO::Socket::UNIX;
my $socket = IO::Socket::UNIX->new(Local => '/report/stolen', Listen => 1) or exit 1;
print "TRIED\n";
