package Summary;
use strict;
use warnings;
use List::Util qw(sum);

# Takes the lines of a log and returns the lines of the table.
sub summary {
    my @lines = @_;
    my %sizes;
    my ($errors, $unreadable) = (0, 0);
    for (@lines) {
        my ($path, $status, $size) = m{^\S+ (/[^\s?]*)\S* (\d{3}) (\d+)$};
        if (!defined $path || $status < 200) {
            $unreadable++;
        } elsif ($status >= 400) {
            $errors++;
        } else {
            push @{ $sizes{$path} }, $size;
        }
    }
    my @pages = sort { @{ $sizes{$b} } cmp @{ $sizes{$a} } || $a cmp $b } keys %sizes;
    my @table = map { join ' ', scalar @{ $sizes{$_} }, sum(@{ $sizes{$_} }), $_ } @pages;
    return (@table, "errors $errors", "unreadable $unreadable");
}

1;
