// tries: "to say something after its end that is taken for the next program's"
// side: called
// limits: {wall_ms: 6000}
// intact: [verdict, checker]
// without: [process_namespace]
#include "attack.h"
int main(void) {
    tried();
    if (fork() == 0) {
        setsid();
        usleep(300000);
        escaped("spoke after its end");
        _exit(0);
    }
    return 0;
}
