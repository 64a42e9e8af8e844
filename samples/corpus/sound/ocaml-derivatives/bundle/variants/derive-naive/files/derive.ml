open Term

(* Sums, products and powers that tidy up while they are made. *)
let sum a b =
  match (a, b) with
  | Number m, Number n ->
    Number (m + n)
  | Number 0, e | e, Number 0 ->
    e
  | _ ->
    Sum (a, b)

let product a b =
  match (a, b) with
  | Number m, Number n ->
    Number (m * n)
  | Number 0, _ | _, Number 0 ->
    Number 0
  | Number 1, e | e, Number 1 ->
    e
  | _ ->
    Product (a, b)

let power a n =
  match n with
  | 0 ->
    Number 1
  | 1 ->
    a
  | _ ->
    Power (a, n)

(* The derivative of a term, tidied up. *)
let rec derive = function
  | Number _ ->
    Number 0
  | Variable ->
    Number 1
  | Sum (a, b) ->
    sum (derive a) (derive b)
  | Product (a, b) ->
    sum (product (derive a) b) (product a (derive b))
  | Power (_, 0) ->
    Number 0
  | Power (a, n) ->
    product (Number n) (power a (n - 1))
