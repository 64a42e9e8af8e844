package Turnstile;
use strict;
use warnings;

my %rooms;

# Answers one request: a method, a path and a body in, a status and a text out.
sub answer {
    my ($method, $path, $body) = @_;
    my ($name) = $path =~ m{^/rooms/([a-z]+)$} or return (501, 'not implemented');
    return (501, 'not implemented') if $method ne 'PUT';
    $rooms{$name} = $body;
    return (201, 'open');
}

1;
