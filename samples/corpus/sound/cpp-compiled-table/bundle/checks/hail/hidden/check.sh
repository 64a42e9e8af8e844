#!/bin/sh
. "$(dirname "$0")/report.sh"

says far_range 'a range far from 1' '' 0 '142587 374\n' ./hail 130000 150000
says longest_of_all 'the whole table' '' 0 '156159 382\n' ./hail 1 159999
says last_is_longest 'the last number takes the most' '' 0 '27 111\n' ./hail 1 27
says first_is_longest 'the first number takes the most' '' 0 '871 178\n' ./hail 871 900
says two_alike 'two neighbours take as many' '' 0 '18 20\n' ./hail 17 21
says one_far_number 'a range of one number far from 1' '' 0 '97 118\n' ./hail 97 97
says many_alike 'six numbers take as many' '' 0 '290 117\n' ./hail 281 300
says zero 'there is no way from 0' '' 2 '' ./hail 0 10
says behind_the_table 'the table ends before' '' 2 '' ./hail 159990 160000

finish
