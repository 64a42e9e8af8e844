#!/usr/bin/perl
# tries: "to reach a service of the host by its abstract socket"
# side: both
# intact: [host]
# without: [network_namespace]
use strict;
use Socket;
sub reach {
    my ($family, $address, $what) = @_;
    socket(my $socket, $family, SOCK_STREAM, 0) or return print "$what: $!\n";
    local $SIG{ALRM} = sub { die };
    alarm 2;
    if (!eval { connect($socket, $address) }) { print "$what: $!\n"; alarm 0; return }
    my $text = '';
    eval { sysread $socket, $text, 200 };
    alarm 0;
    print "ESCAPED reached $what: $text\n";
}
reach(AF_UNIX, pack('S a*', AF_UNIX, "\0$ENV{CANARY_SOCKET}"), 'the abstract socket');
print "TRIED\n";
