// tries: "to take its system call filter off again"
// side: both
// without: [system_calls]
// intact: [host]
#include "attack.h"
int main(void) {
    prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0);
    if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1) escaped("new privileges are allowed");
    prctl(PR_SET_SECCOMP, 0, 0, 0, 0);
    if (prctl(PR_GET_SECCOMP, 0, 0, 0, 0) != 2) escaped("there is no filter");
    tried();
    return 0;
}
