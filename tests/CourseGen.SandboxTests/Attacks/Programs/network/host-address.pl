#!/usr/bin/perl
# tries: "to reach a service of the host on its address in the network"
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
reach(AF_INET, pack_sockaddr_in($ENV{CANARY_PORT}, inet_aton($ENV{HOST_ADDRESS})), $ENV{HOST_ADDRESS});
print "TRIED\n";
