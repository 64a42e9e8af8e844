// tries: "to take every inotify instance that the user of the host has, whom all learners share"
// side: learner
// intact: [neighbour]
// gap: "All learners' boxes run as one user of the host and share what the kernel counts by user."
#include "attack.h"
#include <sys/inotify.h>
int main(void) {
    tried();
    int count = 0;
    while (count < 250 && inotify_init() >= 0) count++;
    if (count < 250 && count > 60) escaped("other learners' programs have no inotify instance left");
}
