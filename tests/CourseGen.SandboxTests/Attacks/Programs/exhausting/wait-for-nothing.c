// tries: "to wait for something that never comes"
// side: both
// ending: over wall
// limits: {wall_ms: 800}
// intact: [processes]
// without: [wall]
#include "attack.h"
int main(void) {
    tried();
    int ends[2];
    pipe(ends);
    char byte;
    read(ends[0], &byte, 1);
    pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&lock);
    pthread_mutex_lock(&lock);
}
