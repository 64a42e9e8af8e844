#include "hits.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct page pages[PAGES_LIMIT];
int page_count;

struct page *page_find(const char *name) {
    for (int i = 0; i < page_count; i++)
        if (strcmp(pages[i].name, name) == 0)
            return &pages[i];
    return NULL;
}

struct page *page_make(const char *name) {
    struct page *page = page_find(name);
    if (page)
        return page;
    if (page_count == PAGES_LIMIT) {
        fputs("there is no room for another page\n", stderr);
        exit(1);
    }
    page = &pages[page_count++];
    snprintf(page->name, sizeof page->name, "%s", name);
    return page;
}

void answer_add(struct answer *answer, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const int room = (int)sizeof answer->text - answer->length;
    const int length = vsnprintf(answer->text + answer->length, room, format, arguments);
    va_end(arguments);
    answer->length += length < room ? length : room - 1;
}
