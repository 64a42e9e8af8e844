#!/usr/bin/perl
# tries: "to send datagrams to a service of the host and to hear its answer"
# side: both
# intact: [host]
# without: [network_namespace]
use strict;
use Socket;
for my $address ('127.0.0.1', $ENV{HOST_ADDRESS}) {
    socket(my $socket, AF_INET, SOCK_DGRAM, 0);
    defined send($socket, 'hello', 0, pack_sockaddr_in($ENV{CANARY_PORT}, inet_aton($address))) or print "send: $!\n";
    local $SIG{ALRM} = sub { die };
    alarm 1;
    eval { recv($socket, my $text, 200, 0); print "ESCAPED heard $text\n" if $text };
    alarm 0;
}
print "TRIED\n";
