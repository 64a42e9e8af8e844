// tries: "to make the devices of the machine anew where it may write"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    static const char *folders[] = {"/tmp", "/workspace", "/exchange", "/dev/shm"};
    for (unsigned i = 0; i < 4; i++) {
        char path[64];
        snprintf(path, sizeof path, "%s/device", folders[i]);
        refused("mknod", mknod(path, S_IFBLK | 0600, 254 << 8));
        refused("mknod", mknod(path, S_IFCHR | 0600, 1 << 8 | 11));
    }
    tried();
    return 0;
}
