#!/bin/sh
. "$(dirname "$0")/report.sh"

says moves_all 'everything' 'open ann\nopen bob\ndeposit ann 9\ntransfer ann bob 9\nbalance ann\nbalance bob\n' 0 'done\ndone\ndone\ndone\n0\n9\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says not_enough_either 'one too many changes neither account' 'open ann\nopen bob\ndeposit ann 9\ntransfer ann bob 10\nbalance ann\nbalance bob\n' 0 'done\ndone\ndone\nrefused\n9\n0\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says unknown_receiver 'to nobody' 'open ann\nopen bob\ndeposit ann 9\ntransfer ann eve 4\nbalance eve\n' 0 'done\ndone\ndone\nrefused\nno such account\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says receiver_unknown_keeps 'to nobody, and the money is still there' 'open ann\nopen bob\ndeposit ann 9\ntransfer ann eve 4\nbalance ann\n' 0 'done\ndone\ndone\nrefused\n9\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says unknown_sender 'from nobody' 'open ann\nopen bob\ndeposit ann 9\ntransfer eve bob 4\nbalance bob\nbalance eve\n' 0 'done\ndone\ndone\nrefused\n0\nno such account\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says to_oneself 'to oneself' 'open ann\nopen bob\ndeposit ann 9\ntransfer ann ann 4\nbalance ann\n' 0 'done\ndone\ndone\ndone\n9\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till

finish
