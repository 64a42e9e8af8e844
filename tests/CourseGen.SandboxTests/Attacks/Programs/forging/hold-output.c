// tries: "to leave a process behind that holds the output open, so that the check never sees its end"
// side: called
// limits: {wall_ms: 6000}
// intact: [verdict, checker]
// without: [process_namespace]
#include "attack.h"
int main(void) {
    write(2, "TRIED\n", 6);
    if (fork() == 0) {
        setsid();
        if (fork() == 0) { sleep(30); _exit(0); }
        _exit(0);
    }
    wait(0);
    return 0;
}
