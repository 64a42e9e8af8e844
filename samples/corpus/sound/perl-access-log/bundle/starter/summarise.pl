use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Summary;

chomp(my @lines = <STDIN>);
print "$_\n" for Summary::summary(@lines);
