#!/bin/sh
. "$(dirname "$0")/report.sh"

says moves 'a transfer' 'open ann\nopen bob\ndeposit ann 9\ntransfer ann bob 4\nbalance ann\nbalance bob\n' 0 'done\ndone\ndone\ndone\n5\n4\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says not_enough 'more than there is' 'open ann\nopen bob\ndeposit ann 9\ntransfer bob ann 1\nbalance bob\n' 0 'done\ndone\ndone\nrefused\n0\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till

finish
