#!/usr/bin/perl
# tries: "to read whatever descriptors a call has left it"
# side: called
# intact: [checks, checker, verdict]
for my $number (0 .. 255) {
    my $target = readlink "/proc/self/fd/$number" or next;
    next if $number < 3 || $target =~ m{^/workspace/attacks|^/proc};
    print "ESCAPED descriptor $number is $target\n";
}
open my $again, '<', '/proc/self/fd/1';
open my $up, '>', '/proc/self/fd/0';
opendir my $folder, '/proc/self/fd/1/..' and print "ESCAPED lists the folder of the pipes\n";
print "TRIED\n";
