// tries: "what only an administrator may do"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("reboot", syscall(SYS_reboot, 0, 0, 0, 0));
    refused("swapon", syscall(SYS_swapon, "/tmp/none", 0));
    refused("acct", acct("/tmp/none"));
    refused("quotactl", syscall(SYS_quotactl, 0x80000100, "/dev/vda", 0, 0));
    refused("vhangup", syscall(SYS_vhangup));
    tried();
    return 0;
}
