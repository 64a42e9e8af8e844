#include "ring.h"

bool ring_put(struct ring *ring, int item) {
    if (ring->count == ring->capacity)
        return false;
    ring->items[(ring->first + ring->count) % ring->capacity] = item;
    ring->count++;
    return true;
}

bool ring_take(struct ring *ring, int *item) {
    (void)ring;
    (void)item;
    return false;
}

void ring_keep(struct ring *ring, int item) {
    int oldest;
    if (ring->count == ring->capacity)
        ring_take(ring, &oldest);
    ring_put(ring, item);
}
