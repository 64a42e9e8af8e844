// tries: "to make the clock run at another pace"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
#include <sys/timex.h>
int main(void) {
    struct timex change = {.modes = ADJ_TICK, .tick = 10000};
    refused("adjtimex", adjtimex(&change));
    tried();
    return 0;
}
