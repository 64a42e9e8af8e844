#!/usr/bin/perl
# tries: "to reach the internet and the local networks"
# side: both
# intact: [host]
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
for my $address ('1.1.1.1', '8.8.8.8', '10.0.0.1', '172.17.0.1', '192.168.0.1', '255.255.255.255', '224.0.0.1') {
    reach(AF_INET, pack_sockaddr_in(80, inet_aton($address)), $address);
    socket(my $socket, AF_INET, SOCK_DGRAM, 0);
    setsockopt($socket, SOL_SOCKET, SO_BROADCAST, 1);
    defined send($socket, 'x', 0, pack_sockaddr_in(9, inet_aton($address))) and print "ESCAPED sent a datagram to $address\n";
}
print "TRIED\n";
