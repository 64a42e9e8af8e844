package Turnstile;
use strict;
use warnings;

# Answers one request: a method, a path and a body in, a status and a text out.
sub answer {
    my ($method, $path, $body) = @_;
    return (501, 'not implemented');
}

