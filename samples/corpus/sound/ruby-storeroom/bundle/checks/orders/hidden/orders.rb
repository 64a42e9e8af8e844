require "suite"

Suite.same("no_minimum", "without a minimum nothing is missing", "in wire 1; missing", "")
Suite.same("several_missing", "what is missing is listed by name",
           "minimum wire 9; minimum bolt 5; minimum nut 2; in wire 1; in bolt 4; in nut 9; missing", "bolt 1; wire 8")
Suite.same("never_there", "something may never have been there", "minimum wire 2; missing; report", "wire 2")
Suite.same("exactly_enough", "exactly enough is enough", "minimum wire 2; in wire 2; missing; out wire 1; missing", "wire 1")
Suite.same("last_minimum_counts", "the last minimum counts", "minimum wire 9; minimum wire 3; in wire 1; missing", "wire 2")
Suite.finish
