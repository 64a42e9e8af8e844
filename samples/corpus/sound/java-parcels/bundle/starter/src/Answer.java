/** An answer to a request: a status code and a line of text, which may be empty. */
record Answer(int status, String text) {}
