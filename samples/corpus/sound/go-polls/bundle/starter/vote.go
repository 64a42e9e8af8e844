package main

import (
	"net/http"
)

// Vote answers POST /polls/N/votes; the one line is the option.
func (s *Server) Vote(w http.ResponseWriter, poll *Poll, lines []string) {
	w.WriteHeader(http.StatusNotImplemented)
}

// Results answers GET /polls/N/results.
func (s *Server) Results(w http.ResponseWriter, poll *Poll) {
	w.WriteHeader(http.StatusNotImplemented)
}
