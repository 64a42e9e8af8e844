use strict;
use warnings;
use HTTP::Tiny;
use Test::More;

my $http = HTTP::Tiny->new(timeout => 5);

# Status and text of the answers, all in one line.
sub ask {
    return join ' | ', map {
        my ($method, $path) = split;
        my $answer = $http->request($method, $ENV{BASE_URL} . $path);
        "$answer->{status} $answer->{content}";
    } @_;
}

is(ask('GET /tally'), '200 ', 'empty_list at first');
is(ask('POST /tally/wren', 'POST /tally/wren', 'POST /tally/wren'), "200 1\n | 200 2\n | 200 3\n", 'counts_up');
is(ask('POST /tally/owl', 'GET /tally/wren'), "200 1\n | 200 3\n", 'names_are_apart');
is(ask('GET /tally/owl', 'GET /tally/owl'), "200 1\n | 200 1\n", 'reading_changes_nothing');
is(ask('GET /tally/emu', 'GET /tally/emu'), '404  | 404 ', 'unknown_is_404');
is(ask('POST /tally/ant', 'GET /tally'), "200 1\n | 200 ant 1\nowl 1\nwren 3\n", 'lists_by_name');
is(ask('DELETE /tally/owl', 'GET /tally/owl', 'DELETE /tally/owl'), '204  | 404  | 204 ', 'forgets');
is(ask('GET /tally'), "200 ant 1\nwren 3\n", 'forgets_only_one');
is(ask('POST /tally/owl'), "200 1\n", 'begins_again after it was forgotten');
is(ask('PUT /tally/owl', 'POST /tally', 'POST /tally/', 'POST /tally/Owl', 'POST /tally/a/b', 'POST /x/tally/a', 'GET /tall'),
    join(' | ', ('400 ') x 7), 'anything_else is a 400');
done_testing();
