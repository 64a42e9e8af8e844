#!/usr/bin/perl
# tries: "to unpack an archive of very many files"
# side: both
# ending: over disk
# limits: {files: 800}
# intact: [host]
# without: [counted_files]
use strict;
$| = 1;
print "TRIED\n";
mkdir '/tmp/many';
chdir '/tmp/many';
open my $tar, '|-', 'tar -xf - 2>/dev/null' or die;
$SIG{PIPE} = 'IGNORE';
for my $number (1 .. 3000) {
    my $head = pack 'a100 a8 a8 a8 a12 a12 A8 a1 a100 a6 a2 a32 a32 a8 a8 a155 x12',
        "f$number", '0000644', '0000000', '0000000', '00000000000', '00000000000', '', '0', '', 'ustar', '00', '', '', '', '', '';
    substr($head, 148, 8) = sprintf "%06o\0 ", unpack '%32C*', $head;
    print $tar $head;
}
print $tar "\0" x 1024;
close $tar or exit 1;
print "ESCAPED unpacked 3000 files\n";
