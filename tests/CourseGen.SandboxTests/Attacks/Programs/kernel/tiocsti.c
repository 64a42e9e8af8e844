// tries: "to type into the terminal of whoever started it"
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
    refused("ioctl", ioctl(terminal, TIOCSTI, "x"));
    if (open("/dev/tty", O_RDWR) >= 0) told("tty", 0);
    tried();
    return 0;
}
