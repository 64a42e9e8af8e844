# Does all words and returns the stack, as a list; raises an error with a short text where it cannot.
proc calculate {words} {
    set stack {}
    foreach word $words {
        if {$word eq "dup"} { set word [lindex $stack end] }
        lappend stack $word
    }
    return $stack
}
