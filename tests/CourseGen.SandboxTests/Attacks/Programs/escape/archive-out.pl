#!/usr/bin/perl
# tries: "to unpack an archive whose entries lead out of the folder, by `..`, by absolute names and by links"
# side: both
# intact: [host]
# without: [own_folders]
use strict;
my $out = $ENV{CANARY_FOLDER};
sub entry {
    my ($name, $type, $link, $text) = @_;
    my $head = pack 'a100 a8 a8 a8 a12 a12 A8 a1 a100 a6 a2 a32 a32 a8 a8 a155 x12',
        $name, '0000644', '0000000', '0000000', sprintf('%011o', length $text), '00000000000', '', $type, $link, 'ustar', '00', '', '', '', '', '';
    substr($head, 148, 8) = sprintf "%06o\0 ", unpack '%32C*', $head;
    return $head . $text . "\0" x (-length($text) % 512);
}
my $up = '../' x 12;
mkdir '/tmp/unpack';
chdir '/tmp/unpack';
open my $tar, '|-', 'tar -xPf - 2>/dev/null';
print $tar entry("$up$out/a", '0', '', "x\n"), entry("$out/b", '0', '', "x\n"), entry('door', '2', $out, ''), entry('door/c', '0', '', "x\n"), "\0" x 1024;
close $tar;
for my $name ('a', 'b', 'c') { print "ESCAPED wrote $out/$name\n" if -e "/proc/self/root$out/secret" }
print "TRIED\n";
