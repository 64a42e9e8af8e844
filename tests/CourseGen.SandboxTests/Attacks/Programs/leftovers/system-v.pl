#!/usr/bin/perl
# tries: "to leave shared memory, queues and semaphores for a later run"
# side: learner
# intact: [next_run]
# without: [ipc_namespaces]
# next: true
use strict;
if ($ARGV[0] eq 'attack') {
    defined shmget(4711, 4096, 0666 | 01000) and defined msgget(4711, 0666 | 01000) and defined semget(4711, 1, 0666 | 01000) and print "TRIED\n";
} else {
    my ($memory, $queue, $semaphore) = (shmget(4711, 4096, 0), msgget(4711, 0), semget(4711, 1, 0));
    print "ESCAPED found what an earlier run left\n" if defined $memory || defined $queue || defined $semaphore;
    shmctl($memory, 0, 0) if defined $memory;
    msgctl($queue, 0, 0) if defined $queue;
    semctl($semaphore, 0, 0, 0) if defined $semaphore;
}
