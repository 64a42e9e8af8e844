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
  | Power (a, _) ->
    value x a * value x a
