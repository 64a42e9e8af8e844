#!/usr/bin/perl
# tries: "to keep a port and an abstract socket for the next command"
# side: learner
# intact: [processes, next_run]
# without: [process_namespace]
# again: true
# next: true
use strict;
use Socket;
if ($ARGV[0] eq 'attack') {
    if (!fork) {
        require POSIX;
        POSIX::setsid();
        socket(my $local, AF_UNIX, SOCK_STREAM, 0);
        bind($local, pack('S a*', AF_UNIX, "\0left"));
        listen($local, 5);
        open STDOUT, '>', '/dev/null';
        open STDERR, '>', '/dev/null';
        sleep 20;
        exit;
    }
    select undef, undef, undef, 0.2;
    print "TRIED\n";
} else {
    socket(my $local, AF_UNIX, SOCK_STREAM, 0);
    print "ESCAPED found an earlier server\n" if connect($local, pack('S a*', AF_UNIX, "\0left"));
}
