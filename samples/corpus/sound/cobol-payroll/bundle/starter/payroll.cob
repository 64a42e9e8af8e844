identification division.
program-id. payroll.
environment division.
input-output section.
file-control.
    select people assign to keyboard organization line sequential.
data division.
file section.
fd people.
01 person.
    05 person-name  pic x(10).
    05 person-hours pic 9(3).
    05 filler       pic x.
    05 person-rate  pic 9(4)v99.
working-storage section.
01 gross       pic 9(7)v99.
01 tax         pic 9(7)v99.
01 gross-shown pic z(6)9.99.
01 tax-shown   pic z(6)9.99.
01 at-end      pic 9 value 0.
procedure division.
    open input people
    perform until at-end = 1
        read people
            at end
                move 1 to at-end
            not at end
                call "pay" using person-hours person-rate gross tax
                move gross to gross-shown
                move tax to tax-shown
                display person-name " GROSS " gross-shown " TAX " tax-shown
        end-read
    end-perform
    close people
    stop run.
