// tries: "to mount by the newer calls"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("fsopen", syscall(SYS_fsopen, "tmpfs", 0));
    refused("open_tree", syscall(SYS_open_tree, AT_FDCWD, "/usr", 1));
    refused("move_mount", syscall(SYS_move_mount, AT_FDCWD, "/tmp", AT_FDCWD, "/usr", 0));
    uint64_t attributes[4] = {0};
    refused("mount_setattr", syscall(SYS_mount_setattr, AT_FDCWD, "/", 0, attributes, sizeof attributes));
    tried();
    return 0;
}
