identification division.
program-id. pay.
data division.
linkage section.
01 hours pic 9(3).
01 rate  pic 9(4)v99.
01 gross pic 9(7)v99.
01 tax   pic 9(7)v99.
procedure division using hours rate gross tax.
    *> Half of the rate comes on top for every hour of overtime.
    compute gross rounded = (hours + function max(hours - 40, 0) * 0.5) * rate
    *> Only what is above 500.00 is taxed.
    compute tax rounded = function max(gross - 500, 0) * 0.2
    goback.
