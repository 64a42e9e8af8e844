#!/usr/bin/perl
# Another learner at work: neighbour.pl SECRET PORT SOCKET. It keeps its secret wherever a program keeps things, and
# answers on a port and on an abstract socket.
use strict;
use Socket;
use IO::Socket::INET;
my ($secret, $port, $name) = @ARGV;
$SIG{PIPE} = 'IGNORE';
for my $file ('/workspace/secret', '/tmp/secret', '/dev/shm/secret', '/exchange/secret') {
    open my $out, '>', $file or die $!;
    print $out $secret;
    chmod 0666, $file;
}
my $memory = shmget(4242, 4096, 0666 | 01000);
shmwrite($memory, $secret, 0, length $secret);
socket(my $local, AF_UNIX, SOCK_STREAM, 0);
bind($local, pack('S a*', AF_UNIX, "\0$name")) or die $!;
listen($local, 5);
if (!fork) {
    while (accept(my $visitor, $local)) { syswrite $visitor, $secret; close $visitor }
    exit;
}
my $server = IO::Socket::INET->new(LocalAddr => '0.0.0.0', LocalPort => $port, Listen => 5, ReuseAddr => 1) or die $!;
while (my $visitor = $server->accept) {
    sysread $visitor, my $question, 4096;
    syswrite $visitor, "HTTP/1.0 200 OK\r\nContent-Length: " . length($secret) . "\r\n\r\n$secret";
    close $visitor;
}
