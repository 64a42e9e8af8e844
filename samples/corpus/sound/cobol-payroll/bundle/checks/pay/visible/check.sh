#!/bin/sh
. "$(dirname "$0")/report.sh"

says forty_hours 'a week' 'GRACE     040 002000\n' 0 'GRACE      GROSS     800.00 TAX      60.00\n' ./payroll
says no_tax 'a short week' 'JEAN      010 001500\n' 0 'JEAN       GROSS     150.00 TAX       0.00\n' ./payroll
says overtime 'two hours of overtime' 'HOWARD    042 001000\n' 0 'HOWARD     GROSS     430.00 TAX       0.00\n' ./payroll

finish
