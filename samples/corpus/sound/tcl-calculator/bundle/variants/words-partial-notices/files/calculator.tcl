# Does all words and returns the stack, as a list; raises an error with a short text where it cannot.
proc calculate {words} {
    if {":" in $words && ";" ni $words} { error "unfinished" }
    return {nothing yet}
}
