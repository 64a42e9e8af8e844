// tries: "to stop every process of its box, its init among them"
// side: both
// ending: over wall
// limits: {wall_ms: 800}
// intact: [processes, checker]
// without: [wall]
#include "attack.h"
int main(void) {
    tried();
    if (fork() == 0) { kill(-1, SIGSTOP); kill(1, SIGSTOP); }
    pause();
}
