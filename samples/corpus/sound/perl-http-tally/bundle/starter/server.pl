use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use IO::Socket::INET;
use Tally;

# HTTP around Tally.pm, one request a connection; you need not change it.
$SIG{PIPE} = 'IGNORE';
my $port = $ENV{PORT} || 8000;
my $listener = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $port, Listen => 64, ReuseAddr => 1)
    or die "cannot listen on $port: $!";
while (1) {
    my $client = $listener->accept or next;
    my ($method, $path) = split / /, <$client> // '';
    while (defined(my $header = <$client>)) { last if $header =~ /^\r?\n$/ }
    my ($status, $body) = ($path // '') eq '/health' ? (200, "up\n") : Tally::answer($method // '', $path // '');
    $body //= '';
    print {$client} "HTTP/1.1 $status Answer\r\nContent-Type: text/plain\r\n",
        'Content-Length: ', length $body, "\r\nConnection: close\r\n\r\n", $body;
    close $client;
}
