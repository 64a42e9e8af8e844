#!/bin/sh
. "$(dirname "$0")/report.sh"

says opening_again_keeps 'opening again keeps what is there' 'open ann\ndeposit ann 5\nopen ann\nbalance ann\n' 0 'done\ndone\nrefused\n5\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says adds_up 'deposits add up' 'open bob\ndeposit bob 5\ndeposit bob 7\nbalance bob\n' 0 'done\ndone\ndone\n12\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says apart 'accounts are apart' 'open a\nopen b\ndeposit a 3\nbalance b\nbalance a\n' 0 'done\ndone\ndone\n0\n3\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says unknown_deposit 'a deposit for nobody opens no account' 'deposit ann 5\nbalance ann\nopen ann\nbalance ann\n' 0 'refused\nno such account\ndone\n0\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till

finish
