#include "hits.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *left, const void *right) {
    const struct page *a = left, *b = right;
    const long more = b->visits - a->visits;
    return more != 0 ? (int)more : strcmp(a->name, b->name);
}

void top_answer(struct answer *answer) {
    struct page sorted[PAGES_LIMIT];
    memcpy(sorted, pages, sizeof pages);
    qsort(sorted, page_count, sizeof *sorted, compare);
    for (int i = 0; i < page_count; i++)
        answer_add(answer, "%ld %s\n", sorted[i].visits, sorted[i].name);
}
