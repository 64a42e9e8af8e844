// tries: "to paste by the Linux console"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("ioctl", syscall(SYS_ioctl, 0, 0x541cUL, "\3"));
    tried();
    return 0;
}
