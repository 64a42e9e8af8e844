// A server for polls. This file is given; poll.go and vote.go are yours.
package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
)

// Poll is a question with its options, and the votes for each of them.
type Poll struct {
	Question string
	Options  []string
	Votes    map[string]int
}

// Server holds all polls; the first one has the number 1.
type Server struct {
	lock  sync.Mutex
	polls []*Poll
}

// find gives the poll of a number, or nil.
func (s *Server) find(number string) *Poll {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(s.polls) {
		return nil
	}
	return s.polls[n-1]
}

// bodyLines gives the lines of a request's body that are not blank.
func bodyLines(r *http.Request) []string {
	body, _ := io.ReadAll(io.LimitReader(r.Body, 64<<10))
	var lines []string
	for _, line := range strings.Split(string(body), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.lock.Lock()
	defer s.lock.Unlock()
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	switch {
	case r.URL.Path == "/health":
		fmt.Fprintln(w, "well")
	case parts[0] != "polls" || len(parts) > 3:
		w.WriteHeader(http.StatusNotFound)
	case len(parts) == 1 && r.Method == http.MethodPost:
		s.Make(w, bodyLines(r))
	case len(parts) == 1:
		w.WriteHeader(http.StatusMethodNotAllowed)
	case len(parts) == 2:
		s.Show(w, s.find(parts[1]))
	case s.find(parts[1]) == nil:
		w.WriteHeader(http.StatusNotFound)
	case parts[2] == "votes" && r.Method == http.MethodPost:
		s.Vote(w, s.find(parts[1]), bodyLines(r))
	case parts[2] == "results":
		s.Results(w, s.find(parts[1]))
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8000"
	}
	if err := http.ListenAndServe("127.0.0.1:"+port, &Server{}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
