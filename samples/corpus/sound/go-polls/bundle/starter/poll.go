package main

import (
	"net/http"
)

// Make answers POST /polls; the first line is the question, the others are the options.
func (s *Server) Make(w http.ResponseWriter, lines []string) {
	w.WriteHeader(http.StatusNotImplemented)
}

// Show answers GET /polls/N; poll is nil when there is none of that number.
func (s *Server) Show(w http.ResponseWriter, poll *Poll) {
	w.WriteHeader(http.StatusNotImplemented)
}
