package main

import (
	"net/http"
)

// Vote answers POST /polls/N/votes; the one line is the option.
func (s *Server) Vote(w http.ResponseWriter, poll *Poll, lines []string) {
	status := http.StatusBadRequest
	for _, option := range poll.Options {
		if len(lines) == 1 && option == lines[0] {
			poll.Votes[option]++
			status = http.StatusNoContent
		}
	}
	w.WriteHeader(status)
}

// Results answers GET /polls/N/results.
func (s *Server) Results(w http.ResponseWriter, poll *Poll) {
}
