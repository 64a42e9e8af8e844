source [file join [file dirname [info script]] tap.tcl]

check adds "adds what is on the stack" {1 2 + 4 *} 12
check keeps_order "takes away the upper from the lower number" {10 4 - 2 /} 3
check duplicates "dup doubles the top number" {3 dup} {3 3}
check too_few "says where there are too few numbers" {1 +} {error: underflow}
finish
