#!/usr/bin/perl
# tries: "to reach a service of the host on loopback"
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
reach(AF_INET, pack_sockaddr_in($ENV{CANARY_PORT}, inet_aton('127.0.0.1')), '127.0.0.1');
reach(AF_INET, pack_sockaddr_in($ENV{CANARY_PORT}, inet_aton('127.1.2.3')), '127.1.2.3');
reach(AF_INET6, pack_sockaddr_in6($ENV{CANARY_PORT}, Socket::inet_pton(AF_INET6, '::1')), '::1');
print "TRIED\n";
