% parent(P, C): P is a parent of C.
parent(rosa, eva).
parent(rosa, karl).
parent(rosa, lea).
parent(hugo, lea).
parent(eva, ida).
parent(karl, max).
parent(karl, tom).
parent(max, zoe).
