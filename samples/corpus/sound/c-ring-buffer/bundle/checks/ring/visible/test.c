// A unit test in plain C. Each function returns whether all is well; main prints TAP.
#include "ring.h"

#include <stdio.h>

static bool keeps_order(void) {
    struct ring ring = {.capacity = 3};
    int item = 0;
    return ring_put(&ring, 7) && ring_put(&ring, 8) && ring_take(&ring, &item) && item == 7 && ring_take(&ring, &item) && item == 8;
}

static bool refuses_when_full(void) {
    struct ring ring = {.capacity = 2};
    return ring_put(&ring, 1) && ring_put(&ring, 2) && !ring_put(&ring, 3) && ring.count == 2;
}

static bool nothing_in_it(void) {
    struct ring ring = {.capacity = 2};
    int item = 5;
    return !ring_take(&ring, &item) && item == 5;
}

static bool empty_again(void) {
    struct ring ring = {.capacity = 2};
    int item = 0;
    return ring_put(&ring, 1) && ring_take(&ring, &item) && !ring_take(&ring, &item) && ring.count == 0;
}

static bool drops_the_oldest(void) {
    struct ring ring = {.capacity = 2};
    int item = 0;
    ring_keep(&ring, 1);
    ring_keep(&ring, 2);
    ring_keep(&ring, 3);
    return ring.count == 2 && ring_take(&ring, &item) && item == 2;
}

int main(void) {
    const struct {
        const char *name;
        bool (*holds)(void);
    } tests[] = {
        {"keeps_order", keeps_order},
        {"refuses_when_full", refuses_when_full},
        {"nothing_in_it", nothing_in_it},
        {"empty_again", empty_again},
        {"drops_the_oldest", drops_the_oldest},
    };
    const int count = sizeof tests / sizeof *tests;
    int failed = 0;
    printf("1..%d\n", count);
    for (int i = 0; i < count; i++) {
        const bool holds = tests[i].holds();
        failed += !holds;
        printf("%sok %d - %s\n", holds ? "" : "not ", i + 1, tests[i].name);
    }
    return failed == 0 ? 0 : 1;
}
