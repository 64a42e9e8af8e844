% Loads your rules and asks them; prints TAP.
:- initialization(main, main).

:- multifile parent/2.
:- dynamic parent/2.

parent(rosa, eva).
parent(rosa, karl).
parent(eva, ida).
parent(karl, max).

test(siblings, setof(X, sibling(X, karl), [eva])).
test(no_sibling, \+ sibling(ida, _)).
test(ancestors, setof(X, ancestor(X, ida), [eva, rosa])).
test(no_ancestors, \+ ancestor(_, rosa)).
test(cousins, setof(X, cousin(X, max), [ida])).
test(no_cousins, \+ cousin(_, eva)).

main([Rules]) :-
    consult(Rules),
    findall(Name-Goal, test(Name, Goal), Tests),
    length(Tests, Count),
    format("1..~d~n", [Count]),
    foldl(run, Tests, 0-0, _-Failed),
    ( Failed =:= 0 -> halt(0) ; halt(1) ).

run(Name-Goal, N0-Failed0, N-Failed) :-
    N is N0 + 1,
    ( catch(Goal, _, fail)
    -> format("ok ~d - ~w~n", [N, Name]), Failed = Failed0
    ;  format("not ok ~d - ~w~n", [N, Name]), Failed is Failed0 + 1
    ).
