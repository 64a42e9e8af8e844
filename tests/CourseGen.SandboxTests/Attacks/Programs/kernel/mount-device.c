// tries: "to mount the disk of the machine"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("mount", mount("/dev/vda", "/tmp", "ext4", MS_RDONLY, ""));
    refused("mount", mount("none", "/tmp", "devtmpfs", 0, ""));
    tried();
    return 0;
}
