// tries: "to start another kernel"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("kexec_load", syscall(SYS_kexec_load, 0, 0, 0, 0));
    refused("kexec_file_load", syscall(SYS_kexec_file_load, -1, -1, 0, "", 8));
    tried();
    return 0;
}
