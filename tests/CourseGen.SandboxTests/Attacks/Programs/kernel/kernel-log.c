// tries: "to read the log of the kernel"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    char text[4096];
    refused("syslog", syscall(SYS_syslog, 3, text, sizeof text));
    refused("syslog", syscall(SYS_syslog, 10, 0, 0));
    if (open("/dev/kmsg", O_RDONLY) >= 0 || open("/proc/kmsg", O_RDONLY) >= 0) escaped("the log is open");
    tried();
    return 0;
}
