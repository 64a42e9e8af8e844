// tries: "to join namespaces by their files"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    static const char *names[] = {"mnt", "pid", "net", "ipc", "uts", "user", "cgroup"};
    for (unsigned i = 0; i < 7; i++) {
        char path[64];
        snprintf(path, sizeof path, "/proc/1/ns/%s", names[i]);
        int file = open(path, O_RDONLY);
        if (file < 0) file = open("/proc/self/ns/uts", O_RDONLY);
        refused("setns", setns(file, 0));
    }
    tried();
    return 0;
}
