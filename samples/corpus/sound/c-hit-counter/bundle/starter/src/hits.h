#pragma once

enum { NAME_LIMIT = 20, PAGES_LIMIT = 1000 };

struct page {
    char name[NAME_LIMIT + 1];
    long visits;
};

// All pages that were ever visited, in the order of their first visit.
extern struct page pages[PAGES_LIMIT];
extern int page_count;

// The page of a name. Without one, page_find gives NULL and page_make makes it, with no visits yet;
// the name must be allowed.
struct page *page_find(const char *name);
struct page *page_make(const char *name);

// An answer: a status code, and a text that is added to bit by bit.
struct answer {
    int status;
    int length;
    char text[4096];
};

// Adds to the text, as printf would print it.
void answer_add(struct answer *answer, const char *format, ...);

// Yours, in count.c: answers /hits/NAME. The status is 200 unless you set another one.
void count_answer(struct answer *answer, const char *method, const char *name);

// Yours, in top.c: answers GET /top.
void top_answer(struct answer *answer);
