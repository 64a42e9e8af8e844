#!/usr/bin/perl
# tries: "a suite that loads the learner's code into its own process is passed by code that knows it"
# side: checker
# intact: [verdict]
# gap: "What a suite loads into its own process it cannot trust."
open my $code, '>', '/tmp/solution.pl';
print $code 'open my $report, ">", "/report/verdict"; print $report "pass"; print "ESCAPED wrote the report from within the suite\n"; exit 0;';
close $code;
print "TRIED\n";
$| = 1;
do '/tmp/solution.pl';
print "the suite goes on\n";
