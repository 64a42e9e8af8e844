#!/bin/sh
. "$(dirname "$0")/report.sh"

says several 'several lines' 'ANN       041 001000\nBEN       039 001000\n' 0 'ANN        GROSS     415.00 TAX       0.00\nBEN        GROSS     390.00 TAX       0.00\n' ./payroll
says overtime_to_the_cent 'half a cent of overtime is rounded up' 'CARL      041 000133\n' 0 'CARL       GROSS      55.20 TAX       0.00\n' ./payroll
says no_hours 'no hours' 'DORA      000 001234\n' 0 'DORA       GROSS       0.00 TAX       0.00\n' ./payroll
says taxed 'overtime and tax' 'EMIL      060 002000\n' 0 'EMIL       GROSS    1400.00 TAX     180.00\n' ./payroll
says tax_begins 'the first cents of tax' 'FAY       040 001260\n' 0 'FAY        GROSS     504.00 TAX       0.80\n' ./payroll
says tax_to_the_cent 'tax is rounded' 'GUS       040 001252\nHAL       027 001853\n' 0 'GUS        GROSS     500.80 TAX       0.16\nHAL        GROSS     500.31 TAX       0.06\n' ./payroll
says tax_rounds_up 'and rounded up' 'IDA       001 050003\n' 0 'IDA        GROSS     500.03 TAX       0.01\n' ./payroll

finish
