// tries: "to speak to the hardware by its ports"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("iopl", syscall(SYS_iopl, 3));
    refused("ioperm", syscall(SYS_ioperm, 0x70, 2, 1));
    tried();
    return 0;
}
