// tries: "to make a system call by its x32 number"
// side: both
// intact: [host]
// says: "ENOSYS"
// or: exit 159
#include "attack.h"
int main(void) {
    refused("getpid", syscall(0x40000000 | 39));
    tried();
    return 0;
}
