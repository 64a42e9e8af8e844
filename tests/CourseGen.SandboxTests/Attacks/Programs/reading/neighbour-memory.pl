#!/usr/bin/perl
# tries: "to attach the shared memory of another learner"
# side: both
# intact: [host, neighbour]
# without: [ipc_namespaces]
use strict;
for my $key (4242, $ENV{CANARY_KEY}) {
    my $id = shmget($key, 4096, 0);
    if (!defined $id) { print "shmget: $!\n"; next }
    shmread($id, my $text, 0, 100);
    print "ESCAPED attached $key: $text\n";
}
open my $list, '<', '/proc/sysvipc/shm';
my @lines = <$list>;
print "ESCAPED sees segments: $lines[1]" if @lines > 1;
print "TRIED\n";
