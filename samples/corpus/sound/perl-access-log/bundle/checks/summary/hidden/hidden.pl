use strict;
use warnings;
use JSON::PP;

my $log = "$ENV{TMPDIR}/log";
my @tests;

sub check {
    my ($id, $title, $lines, $wanted) = @_;
    open my $out, '>', $log or die "$log: $!";
    print {$out} map { "$_\n" } @$lines;
    close $out;
    my $got = `as-learner perl summarise.pl < $log`;
    my $want = join '', map { "$_\n" } @$wanted;
    my $is_same = $got eq $want;
    push @tests, {
        id => $id, title => $title, status => $is_same ? 'passed' : 'failed',
        message => $is_same ? '' : "expected\n$want\ngot\n$got", diagnostics => [],
    };
}

check('no_lines', 'an empty log has no pages', [], ['errors 0', 'unreadable 0']);
check('adds_bytes', 'bytes add up', ['a /x 200 100', 'b /x 200 23'], ['2 123 /x', 'errors 0', 'unreadable 0']);
check('cuts_query', 'a question mark ends the path',
    ['a /x?q=1 200 1', 'b /x?q=2?r=3 200 1', 'c /x 200 1'], ['3 3 /x', 'errors 0', 'unreadable 0']);
check('redirects_count', 'a status from 200 to 399 is delivered',
    ['a /x 200 1', 'a /x 304 0', 'a /x 399 1', 'a /x 400 1', 'a /y 500 1'], ['3 2 /x', 'errors 2', 'unreadable 0']);
check('below_200', 'a status below 200 cannot be', ['a /x 199 1', 'a /x 100 1'], ['errors 0', 'unreadable 2']);
check('ties_by_name', 'as many visits, then by name',
    ['a /m 200 9', 'a /z 200 8', 'a /b 200 7'], ['1 7 /b', '1 9 /m', '1 8 /z', 'errors 0', 'unreadable 0']);
check('order_is_by_number', 'ten visits are more than nine',
    [('a /nine 200 1') x 9, ('a /ten 200 1') x 10], ['10 10 /ten', '9 9 /nine', 'errors 0', 'unreadable 0']);
check('strict_lines', 'what looks like a request and is none',
    ['a /x 200 1 more', ' a /x 200 1', 'a x 200 1', 'a /x 2000 1', 'a /x 20 1', 'a /x 200 -', 'a  /x 200 1', 'a /x 200', ''],
    ['errors 0', 'unreadable 9']);
open my $report, '>', $ENV{COURSEGEN_REPORT} or die $!;
print {$report} encode_json({ tests => \@tests });
close $report;
exit((grep { $_->{status} ne 'passed' } @tests) ? 1 : 0);
