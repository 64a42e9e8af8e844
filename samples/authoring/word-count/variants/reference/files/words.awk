# Prints each word with the number of times it occurs, the most frequent first.
{ for (i = 1; i <= NF; i++) count[tolower($i)]++ }
END { for (word in count) print count[word], word | "sort -k 1,1nr -k 2,2" }
