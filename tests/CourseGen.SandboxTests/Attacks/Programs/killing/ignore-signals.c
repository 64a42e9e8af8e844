// tries: "to ignore every signal and sleep for ever"
// side: both
// ending: over wall
// limits: {wall_ms: 800}
// intact: [processes]
// without: [wall]
#include "attack.h"
int main(void) {
    for (int one = 1; one < 65; one++) signal(one, SIG_IGN);
    tried();
    while (1) sleep(1000);
}
