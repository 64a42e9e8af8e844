package Turnstile;
use strict;
use warnings;

my $largest = 1000;
my %rooms;

# Answers one request: a method, a path and a body in, a status and a text out.
sub answer {
    my ($method, $path, $body) = @_;
    my ($name, $door) = $path =~ m{^/rooms/([a-z]{1,20})(?:/(enter|leave))?$} or return (404, 'no such room');
    return open_room($name, $body) if $method eq 'PUT' && !$door;
    my $room = $rooms{$name} or return (404, 'no such room');
    return (200, $room->{inside}) if $method eq 'GET' && !$door;
    return (404, 'no such door') if $method ne 'POST' || !$door;
    return $door eq 'enter' ? enter($room) : leave($room);
}

sub open_room {
    my ($name, $capacity) = @_;
    return (400, 'no such capacity') if $capacity !~ /[0-9]/ || int($capacity =~ /([0-9]+)/ ? $1 : 0) > $largest;
    return (409, 'open already') if $rooms{$name};
    $rooms{$name} = { capacity => $capacity, inside => 0 };
    return (201, 'open');
}

sub enter {
    my ($room) = @_;
    return (409, 'full') if $room->{inside} >= $room->{capacity};
    return (200, ++$room->{inside});
}

sub leave {
    my ($room) = @_;
    return (409, 'empty') if $room->{inside} == 0;
    return (200, --$room->{inside});
}

1;
