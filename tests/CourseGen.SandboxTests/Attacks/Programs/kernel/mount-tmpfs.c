// tries: "to mount a file system of its own"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("mount", mount("none", "/tmp", "tmpfs", 0, ""));
    tried();
    return 0;
}
