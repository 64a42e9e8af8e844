// tries: "to make system calls that no filter sees"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    char parameters[256] = {0};
    refused("io_uring_setup", syscall(SYS_io_uring_setup, 4, parameters));
    tried();
    return 0;
}
