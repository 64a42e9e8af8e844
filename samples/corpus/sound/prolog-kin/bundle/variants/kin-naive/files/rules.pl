:- dynamic sibling/2, ancestor/2, cousin/2.

% sibling(X, Y): X and Y have a parent in common.
sibling(X, Y) :-
    parent(P, X),
    parent(P, Y),
    X \== Y.

% ancestor(X, Y): X is a parent of Y, or a parent of a parent, and so on.
ancestor(X, Y) :-
    parent(X, Y).
ancestor(X, Y) :-
    parent(Z, Y),
    parent(X, Z).

% cousin(X, Y): X and Y are children of siblings.
cousin(X, Y) :-
    parent(P, X),
    sibling(P, Q),
    parent(Q, Y).
