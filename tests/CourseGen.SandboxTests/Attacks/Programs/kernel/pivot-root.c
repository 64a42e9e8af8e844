// tries: "to change its root"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("pivot_root", syscall(SYS_pivot_root, "/tmp", "/tmp"));
    tried();
    return 0;
}
