// tries: "to take a file system away from over others"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("umount2", umount2("/tmp", MNT_DETACH));
    refused("umount2", umount2("/proc", MNT_DETACH));
    tried();
    return 0;
}
