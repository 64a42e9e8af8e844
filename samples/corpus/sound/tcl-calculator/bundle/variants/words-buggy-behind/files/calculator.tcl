# Does all words and returns the stack, as a list; raises an error with a short text where it cannot.
proc calculate {words} {
    set stack {}
    set meanings {}
    while {[llength $words]} {
        set words [lassign $words word]
        if {[regexp {^-?[0-9]+$} $word]} {
            lappend stack [scan $word %lld]
        } elseif {$word eq ":"} {
            set end [lsearch -exact $words ";"]
            if {$end < 1} { error "unfinished" }
            set name [lindex $words 0]
            if {[regexp {^-?[0-9]+$} $name]} { error "not a name: $name" }

            dict set meanings $name [lrange $words 1 $end-1]
            set words [lrange $words $end+1 end]
        } elseif {[dict exists $meanings $word]} {
            set words [concat $words [dict get $meanings $word]]
        } else {
            set stack [basic $word $stack]
        }
    }
    return $stack
}

# The stack after one of the calculator's own words.
proc basic {word stack} {
    if {$word ni {+ - * / dup swap drop}} { error "unknown: $word" }
    if {[llength $stack] < ($word in {dup drop} ? 1 : 2)} { error "underflow" }
    # dup and drop look at neither of the two, so there may be only one number then.
    lassign [lrange $stack end-1 end] a b
    switch -- $word {
        dup { return [concat $stack [lindex $stack end]] }
        drop { return [lrange $stack 0 end-1] }
        swap { return [lreplace $stack end-1 end $b $a] }
    }
    if {$word eq "/" && $b == 0} { error "division by zero" }
    return [lreplace $stack end-1 end [expr "($a) $word ($b)"]]
}
