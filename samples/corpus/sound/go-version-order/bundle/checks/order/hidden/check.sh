#!/bin/sh
. "$(dirname "$0")/report.sh"

S=./sort-versions
says sorts_numbers 'ten after nine everywhere' '10.0.0\n9.0.0\n1.10.0\n1.9.0\n1.1.10\n1.1.9\n' 0 '1.1.9\n1.1.10\n1.9.0\n1.10.0\n9.0.0\n10.0.0\n' $S
says last_number_counts 'earlier numbers weigh more' '2.0.0\n1.9.9\n1.0.10\n1.2.0\n' 0 '1.0.10\n1.2.0\n1.9.9\n2.0.0\n' $S
says labels_in_order 'labels before the release' '1.0.0\n1.0.0-rc1\n1.0.0-beta\n0.9.9\n' 0 '0.9.9\n1.0.0-beta\n1.0.0-rc1\n1.0.0\n' $S
says short_labels 'labels are compared as texts' '1.0.0-rc9\n1.0.0-cc\n1.0.0-b\n1.0.0-aa\n1.0.0-c\n' 0 '1.0.0-aa\n1.0.0-b\n1.0.0-c\n1.0.0-cc\n1.0.0-rc9\n' $S
says label_only_within 'a label never beats a number' '1.0.1-a\n1.0.0\n' 0 '1.0.0\n1.0.1-a\n' $S
says zeros 'zeros are numbers' '0.0.1\n0.0.0\n' 0 '0.0.0\n0.0.1\n' $S
says twice 'equal versions stay' '1.1.1\n1.1.1\n' 0 '1.1.1\n1.1.1\n' $S
says refuses_two_numbers 'two numbers are too few' '1.2\n' 1 'no version: 1.2\n' $S
says refuses_four_numbers 'four are too many' '1.2.3.4\n' 1 'no version: 1.2.3.4\n' $S
says refuses_leading_zero 'a leading zero' '1.02.3\n' 1 'no version: 1.02.3\n' $S
says leading_zero_first 'a leading zero in front' '01.2.3\n' 1 'no version: 01.2.3\n' $S
says leading_zero_last 'a leading zero at the end' '1.2.03\n' 1 'no version: 1.2.03\n' $S
says refuses_empty_label 'a hyphen with nothing behind it' '1.2.3-\n' 1 'no version: 1.2.3-\n' $S
says refuses_signs 'a sign' '1.-2.3\n' 1 'no version: 1.-2.3\n' $S
says refuses_capitals 'a label of capitals' '1.2.3-RC\n' 1 'no version: 1.2.3-RC\n' $S

finish
