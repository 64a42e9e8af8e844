#!/usr/bin/perl
# tries: "to read and list whatever its descriptors lead to"
# side: both
# intact: [host, checks]
for my $number (0 .. 255) {
    my $target = readlink "/proc/self/fd/$number" or next;
    next if $number < 3;
    open my $file, '<', "/proc/self/fd/$number" or next;
    read $file, my $text, 100;
    print "ESCAPED descriptor $number is $target: $text\n" unless $target =~ m{^/workspace/attacks|^/proc};
}
print "TRIED\n";
