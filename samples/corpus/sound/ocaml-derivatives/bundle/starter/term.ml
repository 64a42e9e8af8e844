(* A term: numbers, one variable, sums, products and powers with a fixed exponent. *)
type term =
  | Number of int
  | Variable
  | Sum of term * term
  | Product of term * term
  | Power of term * int

exception Unreadable

(* Reads a term that is written with its operators in front. *)
let read text =
  let rec one = function
    | "x" :: rest -> (Variable, rest)
    | "+" :: rest -> two (fun a b -> Sum (a, b)) rest
    | "*" :: rest -> two (fun a b -> Product (a, b)) rest
    | "^" :: rest ->
      (match one rest with
       | base, exponent :: rest -> (Power (base, int_of_string exponent), rest)
       | _ -> raise Unreadable)
    | number :: rest -> (Number (int_of_string number), rest)
    | [] -> raise Unreadable
  and two make rest =
    let a, rest = one rest in
    let b, rest = one rest in
    (make a b, rest)
  in
  match one (String.split_on_char ' ' text) with
  | term, [] -> term
  | _ -> raise Unreadable

(* The opposite of read. *)
let rec show = function
  | Number n -> string_of_int n
  | Variable -> "x"
  | Sum (a, b) -> "+ " ^ show a ^ " " ^ show b
  | Product (a, b) -> "* " ^ show a ^ " " ^ show b
  | Power (a, n) -> "^ " ^ show a ^ " " ^ string_of_int n
