open Term

let rec value x = function
  | Number n -> n
  | Variable -> x
  | Sum (a, b) -> value x a + value x b
  | Product _ | Power _ -> 0
