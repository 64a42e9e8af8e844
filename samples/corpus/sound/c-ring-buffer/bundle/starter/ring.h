#pragma once
#include <stdbool.h>

enum { RING_LIMIT = 64 };

// A queue of at most `capacity` items. Taking the first one moves none of the others.
struct ring {
    int items[RING_LIMIT];
    int capacity; // 1 to RING_LIMIT, set by whoever makes the ring
    int first;    // where the oldest item is; 0 in a new ring
    int count;    // how many items there are; 0 in a new ring
};

// Adds an item at the end. False, and nothing else, when the ring is full.
bool ring_put(struct ring *ring, int item);

// Takes the oldest item out. False, and nothing else, when the ring is empty.
bool ring_take(struct ring *ring, int *item);

// Adds an item at the end; a full ring drops its oldest item for it.
void ring_keep(struct ring *ring, int item);
