#!/bin/sh
. "$(dirname "$0")/report.sh"

says pays_out 'a withdrawal' 'open ann\ndeposit ann 50\nwithdraw ann 20\nbalance ann\n' 0 'done\ndone\ndone\n30\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says too_much 'more than there is' 'open ann\ndeposit ann 5\nwithdraw ann 50\nbalance ann\n' 0 'done\ndone\nrefused\n5\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till

finish
