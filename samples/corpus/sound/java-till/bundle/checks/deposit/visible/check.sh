#!/bin/sh
. "$(dirname "$0")/report.sh"

says opens 'an account is opened and is empty' 'open ann\nbalance ann\n' 0 'done\n0\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says opens_once 'but only once' 'open ann\nopen ann\n' 0 'done\nrefused\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says pays_in 'a deposit' 'open ann\ndeposit ann 50\nbalance ann\n' 0 'done\ndone\n50\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till
says unknown_balance 'nobody has no balance' 'balance ann\nopen ann\n' 0 'no such account\ndone\n' java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp build Till

finish
