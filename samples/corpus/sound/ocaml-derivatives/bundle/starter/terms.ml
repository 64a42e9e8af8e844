let () =
  try
    match Array.to_list Sys.argv with
    | [ _; "value"; text; x ] -> print_endline (string_of_int (Value.value (int_of_string x) (Term.read text)))
    | [ _; "derive"; text ] -> print_endline (Term.show (Derive.derive (Term.read text)))
    | _ -> prerr_endline "usage: terms value TERM X | derive TERM"; exit 2
  with Term.Unreadable | Failure _ -> prerr_endline "that is no term"; exit 1
