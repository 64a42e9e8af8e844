use strict;
use warnings;
use File::Temp qw(tempfile);
use Test::More;

chdir($ENV{COURSEGEN_WORKSPACE} // '.') or die "no workspace: $!";
my $learner = (grep { -x "$_/as-learner" } split /:/, $ENV{PATH}) ? 'as-learner' : '';

# The lines of the table for the lines of a log.
sub table {
    my ($out, $name) = tempfile(UNLINK => 1);
    print {$out} map { "$_\n" } @_;
    close $out;
    my @table = `$learner perl summarise.pl < $name`;
    chomp @table;
    return @table;
}

my @table = table('ann /a 200 10', 'bob /b 200 5', 'ann /b 200 7', 'ann /c 404 1', 'what is this');
is((grep { m{ /b$} } @table)[0] // '', '2 12 /b', 'counts_visits and adds up bytes');
is($table[0] // '', '2 12 /b', 'most_visits_first in the table');
is((grep { /^errors/ } @table)[0] // '', 'errors 1', 'counts_errors apart');
is($table[-1] // '', 'unreadable 1', 'counts_unreadable lines');
done_testing();
