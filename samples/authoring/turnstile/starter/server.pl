#!/usr/bin/perl
# Reads one request after the other and lets Turnstile answer it.
use strict;
use warnings;
use IO::Socket::INET;
use Turnstile;

my %reason = (
    200 => 'OK', 201 => 'Created', 400 => 'Bad Request', 404 => 'Not Found', 409 => 'Conflict',
    500 => 'Internal Server Error', 501 => 'Not Implemented',
);
my $longest = 1000;

my $server = IO::Socket::INET->new(
    LocalAddr => '127.0.0.1', LocalPort => $ENV{PORT} || 8080, Listen => 64, ReuseAddr => 1,
) or die "server: cannot listen: $@\n";
$SIG{PIPE} = 'IGNORE';

while (my $client = $server->accept) {
    # Whoever says nothing for five seconds is left.
    eval {
        local $SIG{ALRM} = sub { die "too slow\n" };
        alarm 5;
        serve($client);
        alarm 0;
    };
    alarm 0;
    close $client;
}

sub serve {
    my ($client) = @_;
    my $line = <$client> // return;
    my ($method, $path) = $line =~ m{^(\S+) (\S+)} or return;
    my $length = 0;
    while (defined(my $header = <$client>)) {
        last if $header =~ /^\r?\n$/;
        $length = $1 if $header =~ /^content-length:\s*(\d+)/i;
    }
    $length = $longest if $length > $longest;
    read $client, (my $body), $length;
    my ($status, $text) = $path eq '/health' ? (200, 'up') : eval { Turnstile::answer($method, $path, $body // '') };
    ($status, $text) = (500, "crashed: $@") if $@;
    printf {$client} "HTTP/1.0 %d %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\n",
        $status, $reason{$status} // 'Unknown', length($text) + 1, $text;
}
