#!/bin/sh
# The server has to be running.
. "$(dirname "$0")/report.sh"

asks one_kilo 'half a kilogram' GET '/price?grams=500&zone=1' '' 200 '4.55\n'
asks begun_kilo 'a kilogram and a bit in zone 2' GET '/price?grams=1200&zone=2' '' 200 '9.20\n'
asks express 'the same in a hurry' GET '/price?grams=1200&zone=2&express=yes' '' 200 '13.80\n'
asks too_heavy 'far too heavy' GET '/price?grams=50000&zone=1' '' 422 ''
asks no_weight 'no weight' GET '/price?zone=1' '' 400 ''

finish
