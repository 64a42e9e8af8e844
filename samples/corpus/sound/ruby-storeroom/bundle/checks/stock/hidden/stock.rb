require "suite"

Suite.same("empty_room", "an empty room has an empty report", "report", "")
Suite.same("sorted_report", "the report is ordered by name", "in wire 1; in bolt 2; in nut 3; report", "bolt 2; nut 3; wire 1")
Suite.same("used_up", "what is used up is left out", "in wire 4; in nut 1; out wire 4; report", "nut 1")
Suite.same("refuses_too_much", "nobody can take more than there is",
           "in wire 4; out wire 5; report; out wire 3; out wire 3; report", "refused: only 4 wire; wire 4; refused: only 1 wire; wire 1")
Suite.same("refuses_unknown", "nobody can take what never was there", "out wire 1; report", "refused: only 0 wire")
Suite.finish
