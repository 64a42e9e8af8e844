identification division.
program-id. pay.
data division.
linkage section.
01 hours pic 9(3).
01 rate  pic 9(4)v99.
01 gross pic 9(7)v99.
01 tax   pic 9(7)v99.
procedure division using hours rate gross tax.
    compute gross rounded = hours * rate
    move 0 to tax
    goback.
