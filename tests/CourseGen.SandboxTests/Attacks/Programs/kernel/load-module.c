// tries: "to load a module into the kernel"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("init_module", syscall(SYS_init_module, "", 0, ""));
    refused("finit_module", syscall(SYS_finit_module, 0, "", 0));
    refused("delete_module", syscall(SYS_delete_module, "none", O_NONBLOCK));
    tried();
    return 0;
}
