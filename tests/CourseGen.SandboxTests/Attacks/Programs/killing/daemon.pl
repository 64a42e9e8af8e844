#!/usr/bin/perl
# tries: "to leave a daemon behind that outlives its command"
# side: both
# intact: [processes, next_run]
# without: [process_namespace]
# again: true
use strict;
use IO::Socket::INET;
if ($ARGV[0] eq 'attack') {
    if (!fork) {
        require POSIX;
        POSIX::setsid();
        exit if fork;
        open STDOUT, '>', '/dev/null';
        open STDERR, '>', '/dev/null';
        open STDIN, '<', '/dev/null';
        my $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => 7070, Listen => 5, ReuseAddr => 1) or exit;
        open my $file, '>', '/tmp/listening';
        local $SIG{ALRM} = sub { exit };
        alarm 20;
        1 while accept(my $visitor, $server);
    }
    for (1 .. 200) { last if -e '/tmp/listening'; select undef, undef, undef, 0.02 }
    print "TRIED\n";
} else {
    print "ESCAPED the daemon is still there\n" if IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => 7070, Timeout => 2);
}
