#!/bin/sh
. "$(dirname "$0")/report.sh"

says to_the_last_coin 'to the last coin' 'open ann\ndeposit ann 5\nwithdraw ann 5\nbalance ann\n' 0 'done\ndone\ndone\n0\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says one_too_many 'one coin too many' 'open ann\ndeposit ann 5\nwithdraw ann 6\nbalance ann\n' 0 'done\ndone\nrefused\n5\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says refused_changes_nothing 'what was refused changes nothing' 'open ann\nwithdraw ann 1\ndeposit ann 2\nwithdraw ann 1\nbalance ann\n' 0 'done\nrefused\ndone\ndone\n1\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says unknown_withdrawal 'from nobody' 'withdraw ann 1\nopen ann\nbalance ann\n' 0 'refused\ndone\n0\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till

finish
