// tries: "to compute for ever while the checker waits"
// side: called
// limits: {cpu_ms: 600, wall_ms: 12000}
// intact: [checker, verdict]
// without: [processor]
// learner_limit: cpu
#include "attack.h"
int main(void) {
    write(2, "TRIED\n", 6);
    if (fork() == 0) while (1);
    while (1);
}
