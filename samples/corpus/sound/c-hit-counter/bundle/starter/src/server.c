#include "hits.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// Reads until the empty line that ends a request's head; a body is of no interest here.
static int read_head(int client, char *head, int size) {
    int length = 0;
    while (length < size - 1) {
        const int got = read(client, head + length, size - 1 - length);
        if (got <= 0)
            return 0;
        length += got;
        head[length] = '\0';
        if (strstr(head, "\r\n\r\n"))
            return 1;
    }
    return 0;
}

static void route(struct answer *answer, const char *method, const char *path) {
    if (strcmp(path, "/health") == 0)
        answer_add(answer, "up\n");
    else if (strncmp(path, "/hits/", 6) == 0)
        count_answer(answer, method, path + 6);
    else if (strcmp(path, "/top") == 0 && strcmp(method, "GET") == 0)
        top_answer(answer);
    else
        answer->status = 404;
}

static void serve(int client) {
    char head[8192], method[16], path[1024];
    struct answer answer = {.status = 200};
    if (!read_head(client, head, sizeof head) || sscanf(head, "%15s %1023s", method, path) != 2)
        answer.status = 400;
    else
        route(&answer, method, path);
    dprintf(client, "HTTP/1.1 %d -\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%.*s",
            answer.status, answer.length, answer.length, answer.text);
}

int main(void) {
    const char *port = getenv("PORT");
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port ? atoi(port) : 8000)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int listener = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 64) != 0) {
        perror("hits");
        return 1;
    }
    signal(SIGPIPE, SIG_IGN);
    for (;;) {
        const int client = accept(listener, NULL, NULL);
        if (client < 0)
            continue;
        serve(client);
        shutdown(client, SHUT_WR);
        close(client);
    }
}
