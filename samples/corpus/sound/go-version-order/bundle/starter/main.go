package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"

	"versions/version"
)

func main() {
	var all []version.Version
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		one, ok := version.Parse(lines.Text())
		if !ok {
			fmt.Printf("no version: %s\n", lines.Text())
			os.Exit(1)
		}
		all = append(all, one)
	}
	sort.SliceStable(all, func(a, b int) bool { return version.Compare(all[a], all[b]) < 0 })
	for _, one := range all {
		fmt.Println(one.Text)
	}
}
