// tries: "to stop the kernel in the middle of a copy"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("userfaultfd", syscall(SYS_userfaultfd, 1));
    tried();
    return 0;
}
