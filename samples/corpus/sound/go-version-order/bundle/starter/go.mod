module versions

go 1.19
