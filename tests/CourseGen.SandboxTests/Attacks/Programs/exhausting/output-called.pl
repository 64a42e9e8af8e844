#!/usr/bin/perl
# tries: "to flood its output while the checker collects it"
# side: called
# intact: [checker, verdict]
$| = 1;
print "TRIED\n";
for (1 .. 300) { print 'x' x 10000 or last }
exit 1;
