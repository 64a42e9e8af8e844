package Tally;
use strict;
use warnings;

my %count;

# Takes method and path of a request; returns the status and, where there is one, the text to send.
sub answer {
    my ($method, $path) = @_;
    return (200, join '', map { "$_ $count{$_}\n" } sort keys %count) if "$method $path" eq 'GET /tally';
    my ($name) = $path =~ m{^/tally/([a-z]+)$} or return 400;
    $count{$name} //= 0;
    if ($method eq 'POST') {
        $count{$name}++;
    } elsif ($method eq 'DELETE') {
        delete $count{$name};
        return 204;
    } elsif ($method ne 'GET') {
        return 400;
    }
    return (200, "$count{$name}\n");
}

1;
