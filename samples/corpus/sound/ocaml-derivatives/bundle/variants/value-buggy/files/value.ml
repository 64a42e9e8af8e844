open Term

(* What a term is worth when the variable has the value x. *)
let rec value x = function
  | Number n ->
    n
  | Variable ->
    x
  | Sum (a, b) ->
    value x a + value x b
  | Product (a, b) ->
    value x a * value x b
  | Power (_, 0) ->
    value x Variable
  | Power (a, n) ->
    value x a * value x (Power (a, n - 1))
