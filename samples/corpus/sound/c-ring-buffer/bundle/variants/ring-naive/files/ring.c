#include "ring.h"

bool ring_put(struct ring *ring, int item) {
    if (ring->count == 0)
        ring->first = 0;
    if (ring->first + ring->count == ring->capacity)
        return false;
    ring->items[ring->first + ring->count] = item;
    ring->count++;
    return true;
}

bool ring_take(struct ring *ring, int *item) {
    if (ring->count == 0)
        return false;
    *item = ring->items[ring->first];
    ring->first = ring->first + 1;
    ring->count--;
    return true;
}

void ring_keep(struct ring *ring, int item) {
    int one, rest[RING_LIMIT], count = 0;
    bool full = ring->count == ring->capacity;
    while (ring_take(ring, &one))
        rest[count++] = one;
    for (int i = full ? 1 : 0; i < count; i++)
        ring_put(ring, rest[i]);
    ring_put(ring, item);
}
