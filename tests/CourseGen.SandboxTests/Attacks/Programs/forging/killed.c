// tries: "to die by a signal and be taken for a victim of the engine"
// side: called
// intact: [verdict, checker]
#include "attack.h"
int main(void) {
    tried();
    kill(getpid(), SIGKILL);
    abort();
}
