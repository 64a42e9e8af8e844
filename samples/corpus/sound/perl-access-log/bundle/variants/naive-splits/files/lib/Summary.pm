package Summary;
use strict;
use warnings;

# Takes the lines of a log and returns the lines of the table.
sub summary {
    my (%visits, %bytes);
    my ($errors, $unreadable) = (0, 0);
    for (@_) {
        my (undef, $path, $status, $size) = split;
        if (!defined $size || $status !~ /^\d+$/) { $unreadable++; next }
        if ($status >= 400) { $errors++; next }
        $visits{$path}++;
        $bytes{$path} += $size;
    }
    my @pages = sort { $visits{$b} <=> $visits{$a} } sort keys %visits;
    return ((map { "$visits{$_} $bytes{$_} $_" } @pages), "errors $errors", "unreadable $unreadable");
}

1;
