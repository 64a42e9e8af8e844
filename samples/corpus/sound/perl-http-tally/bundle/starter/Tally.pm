package Tally;
use strict;
use warnings;

# Takes method and path of a request; returns the status and, where there is one, the text to send.
sub answer {
    my ($method, $path) = @_;
    return (501, "not written yet\n");
}

1;
