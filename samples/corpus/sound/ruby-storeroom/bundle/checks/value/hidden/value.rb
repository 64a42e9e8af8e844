require "suite"

Suite.same("several_prices", "each piece has its own price", "in wire 2 30; in wire 3 50; in nut 1 7; value", "217")
Suite.same("without_price", "a gift is worth nothing", "in wire 2; in nut 1 7; value", "7")
Suite.same("oldest_goes_first", "the oldest piece goes first", "in nails 2 3; in nails 2 5; out nails 1; value", "13")
Suite.same("oldest_across_deliveries", "a delivery may be used up in between",
           "in nails 2 3; in nails 2 5; in nails 2 7; out nails 3; value; out nails 2; value; out nails 1; value", "19; 7; 0")
Suite.same("refused_keeps_value", "a refused command changes no value", "in nails 2 3; out nails 3; value", "refused: only 2 nails; 6")
Suite.finish
