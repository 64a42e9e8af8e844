// tries: "to hide the request that types into a terminal behind bits that the kernel ignores"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    if (fork()) { wait(0); tried(); return 0; }
    setsid();
    int pair = open("/dev/ptmx", O_RDWR | O_NOCTTY);
    grantpt(pair);
    unlockpt(pair);
    int terminal = open(ptsname(pair), O_RDWR);
    ioctl(terminal, TIOCSCTTY, 0);
    refused("ioctl", syscall(SYS_ioctl, terminal, 0xffffffff00000000UL | TIOCSTI, "x"));
    tried();
    return 0;
}
