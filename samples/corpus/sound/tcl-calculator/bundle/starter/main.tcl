# The command line around calculator.tcl; you need not change it.
source [file join [file dirname [info script]] calculator.tcl]

if {[catch {calculate $argv} result]} {
    puts "error: $result"
    exit 1
}
puts $result
