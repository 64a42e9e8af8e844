% swipl kin.pl -- FAMILY RELATION PERSON: everybody who stands in the relation to the person, one a line.
:- initialization(main, main).

:- dynamic parent/2.
:- multifile parent/2.

main([Family, Relation, Person]) :-
    consult(Family),
    consult(rules),
    Goal =.. [Relation, Other, Person],
    ( setof(Other, Goal, Others) -> true ; Others = [] ),
    forall(member(One, Others), (write(One), nl)).
