#include "hits.h"

#include <string.h>

static int allowed(const char *name) {
    size_t length = strlen(name);
    return length > 0 && length <= NAME_LIMIT && strspn(name, "abcdefghijklmnopqrstuvwxyz-") == length;
}

void count_answer(struct answer *answer, const char *method, const char *name) {
    if (!allowed(name)) {
        answer->status = 400;
    } else if (strcmp(method, "POST") == 0) {
        answer_add(answer, "%ld\n", ++page_make(name)->visits);
    } else if (strcmp(method, "GET") == 0) {
        const struct page *page = page_find(name);
        answer_add(answer, "%ld\n", page ? page->visits : 0);
    } else {
        answer->status = 405;
    }
}
