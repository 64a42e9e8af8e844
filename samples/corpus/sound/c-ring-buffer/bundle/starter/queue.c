#include "ring.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int count, char **arguments) {
    struct ring ring = {.capacity = count == 2 ? atoi(arguments[1]) : 0};
    if (ring.capacity < 1 || ring.capacity > RING_LIMIT) {
        fprintf(stderr, "usage: queue CAPACITY (1 to %d)\n", RING_LIMIT);
        return 2;
    }
    char word[8];
    int item;
    while (scanf("%7s", word) == 1) {
        if (strcmp(word, "put") == 0 && scanf("%d", &item) == 1) {
            puts(ring_put(&ring, item) ? "ok" : "full");
        } else if (strcmp(word, "keep") == 0 && scanf("%d", &item) == 1) {
            ring_keep(&ring, item);
            puts("ok");
        } else if (strcmp(word, "take") == 0) {
            if (ring_take(&ring, &item))
                printf("%d\n", item);
            else
                puts("empty");
        } else if (strcmp(word, "count") == 0) {
            printf("%d\n", ring.count);
        } else {
            return 2;
        }
    }
}
