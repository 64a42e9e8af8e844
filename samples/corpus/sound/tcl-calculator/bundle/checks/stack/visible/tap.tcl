# check ID TITLE WORDS WANTED: what the calculator has to print for these words
# finish: prints the plan and ends
set count 0
set failed 0
set learner [auto_execok as-learner]
if {[info exists env(COURSEGEN_WORKSPACE)]} { cd $env(COURSEGEN_WORKSPACE) }

proc check {id title words wanted} {
    global count failed learner
    incr count
    catch {exec {*}$learner tclsh main.tcl {*}$words} got options
    set got [lindex [split $got \n] 0]
    if {$got eq $wanted} {
        puts "ok $count - $id $title"
        return
    }
    incr failed
    puts "not ok $count - $id $title"
    puts "  ---\n  message: \"expected '$wanted', but got '$got'\"\n  ..."
}

proc finish {} {
    puts "1..$::count"
    exit [expr {$::failed > 0}]
}
