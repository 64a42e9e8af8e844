#!/bin/sh
. "$(dirname "$0")/report.sh"

says fills_to_the_brim 'the last word may end at the very edge' 'aaa bb c dddd' 0 'aaa bb\nc dddd\n' ./wrap 6
says one_too_narrow 'with one column less the word moves on' 'aaa bb c dddd' 0 'aaa\nbb c\ndddd\n' ./wrap 5
says long_word_between 'a long word stands alone between others' 'a b extraordinary c d' 0 'a b\nextraordinary\nc d\n' ./wrap 5
says many_blanks 'several blanks are like one' '  one   two     three ' 0 'one two\nthree\n' ./wrap 8
says tabs_and_lines 'tabs and line ends are blanks too' 'one\ttwo\nthree\n\nfour' 0 'one two\nthree\nfour\n' ./wrap 9
says only_blanks 'a text without words has no lines' '   \n\n ' 0 '' ./wrap 5
says width_one 'a width of one puts every word on its own line' 'a b c' 0 'a\nb\nc\n' ./wrap 1

finish
