#!/bin/sh
. "$(dirname "$0")/report.sh"

asks full_kilo 'exactly two kilograms' GET '/price?grams=2000&zone=1' '' 200 '6.10\n'
asks lightest 'one gram' GET '/price?grams=1&zone=1' '' 200 '4.55\n'
asks next_kilo 'one gram more than a kilogram' GET '/price?grams=1001&zone=1' '' 200 '6.10\n'
asks third_zone 'the heaviest parcel to the last zone' GET '/price?grams=20000&zone=3' '' 200 '96.00\n'
asks express_to_the_cent 'express in zone 1' GET '/price?grams=900&zone=1&express=yes' '' 200 '6.83\n'
asks express_even 'express without half a cent' GET '/price?grams=1500&zone=2&express=yes' '' 200 '13.80\n'
asks express_no 'express=no is not express' GET '/price?grams=900&zone=1&express=no' '' 200 '4.55\n'
asks one_gram_too_heavy 'one gram too heavy' GET '/price?grams=20001&zone=1' '' 422 ''
asks weightless 'no grams at all' GET '/price?grams=0&zone=1' '' 422 ''
asks zone_four 'zone 4' GET '/price?grams=10&zone=4' '' 422 ''
asks zone_none 'zone 0' GET '/price?grams=10&zone=0' '' 422 ''
asks strange_number 'no number' GET '/price?grams=ten&zone=1' '' 400 ''
asks zone_missing 'no zone' GET '/price?grams=10' '' 400 ''

finish
