source [file join [file dirname [info script]] tap.tcl]

check defines_word "a word does what stands in its definition" {: square dup * ; 7 square} 49
check last_meaning_counts "the last meaning counts" {: one 2 ; : one 1 ; one} 1
check unfinished "a definition without its end is an error" {: square dup} {error: unfinished}
finish
