#!/usr/bin/perl
# tries: "to write what is no text"
# side: both
# ending: over output
# limits: {output_kb: 64}
# intact: [host]
# without: [output]
$| = 1;
print "TRIED\n";
for (1 .. 2000) { print "\x00\xff\xfe\e[2J\xc3\x28" x 200 }
