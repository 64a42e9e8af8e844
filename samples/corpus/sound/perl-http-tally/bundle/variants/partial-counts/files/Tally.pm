package Tally;
use strict;
use warnings;

my %count;

# Takes method and path of a request; returns the status and, where there is one, the text to send.
sub answer {
    my ($method, $path) = @_;
    my ($name) = $path =~ m{/tally/(.+)};
    return (200, join '', map { "$_ $count{$_}\n" } sort keys %count) unless $name;
    $count{$name}++ if $method eq 'POST';
    return (200, ($count{$name} // 0) . "\n");
}

1;
