// tries: "to mount a control group hierarchy and name a program that root runs"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    mkdir("/tmp/groups", 0700);
    refused("mount", mount("cgroup", "/tmp/groups", "cgroup", 0, "memory"));
    refused("mount", mount("cgroup2", "/tmp/groups", "cgroup2", 0, ""));
    if (open("/tmp/groups/release_agent", O_WRONLY) >= 0) escaped("release_agent is open");
    tried();
    return 0;
}
