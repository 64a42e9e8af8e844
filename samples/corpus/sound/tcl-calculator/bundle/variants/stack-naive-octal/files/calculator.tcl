# Does all words and returns the stack, as a list; raises an error with a short text where it cannot.
proc calculate {words} {
    set stack {}
    foreach word $words {
        if {[string is integer -strict $word]} {
            lappend stack $word
        } elseif {$word eq "dup"} {
            lappend stack [lindex $stack end]
        } elseif {$word eq "swap"} {
            lassign [lrange $stack end-1 end] a b
            set stack [concat [lrange $stack 0 end-2] $b $a]
        } elseif {$word eq "drop"} {
            set stack [lrange $stack 0 end-1]
        } else {
            if {[llength $stack] < 2} { error "underflow" }
            lassign [lrange $stack end-1 end] a b
            set stack [concat [lrange $stack 0 end-2] [expr "$a $word $b"]]
        }
    }
    return $stack
}
