#!/usr/bin/perl
# tries: "to reach the server of another learner who works at the same time"
# side: both
# intact: [neighbour]
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
for my $address ('127.0.0.1', '0.0.0.0', $ENV{HOST_ADDRESS}) {
    reach(AF_INET, pack_sockaddr_in($ENV{NEIGHBOUR_PORT}, inet_aton($address)), $address);
}
reach(AF_UNIX, pack('S a*', AF_UNIX, "\0$ENV{NEIGHBOUR_SOCKET}"), 'the abstract socket');
print "TRIED\n";
