package main

import (
	"fmt"
	"net/http"
)

// Make answers POST /polls; the first line is the question, the others are the options.
func (s *Server) Make(w http.ResponseWriter, lines []string) {
	s.polls = append(s.polls, &Poll{lines[0], lines[1:], map[string]int{}})
	if len(lines) < 3 {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusCreated)
	fmt.Fprintf(w, "/polls/%d\n", len(s.polls))
}

// Show answers GET /polls/N; poll is nil when there is none of that number.
func (s *Server) Show(w http.ResponseWriter, poll *Poll) {
	if poll == nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	fmt.Fprintln(w, poll.Question)
	for _, option := range poll.Options {
		fmt.Fprintln(w, option)
	}
}
