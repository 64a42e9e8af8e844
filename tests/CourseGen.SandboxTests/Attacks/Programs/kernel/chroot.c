// tries: "to leave its root by a root within it"
// side: both
// without: [system_calls+capabilities]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    mkdir("/tmp/inner", 0700);
    refused("chroot", chroot("/tmp/inner"));
    for (int up = 0; up < 64; up++) chdir("..");
    char path[512];
    snprintf(path, sizeof path, ".%s/secret", variable("CANARY_FOLDER"));
    if (open(path, O_RDONLY) >= 0) escaped("opened a file of the host");
    tried();
    return 0;
}
