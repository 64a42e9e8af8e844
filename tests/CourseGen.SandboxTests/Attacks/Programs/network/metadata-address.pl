#!/usr/bin/perl
# tries: "to ask the cloud for its keys by the metadata address"
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
reach(AF_INET, pack_sockaddr_in(80, inet_aton('169.254.169.254')), 'metadata');
reach(AF_INET, pack_sockaddr_in(80, inet_aton('169.254.170.2')), 'task metadata');
reach(AF_INET6, pack_sockaddr_in6(80, Socket::inet_pton(AF_INET6, 'fd00:ec2::254')), 'metadata by IPv6');
print "TRIED\n";
