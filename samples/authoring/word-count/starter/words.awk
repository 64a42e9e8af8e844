# Prints each word with the number of times it occurs, the most frequent first.
END { print "not yet" }
