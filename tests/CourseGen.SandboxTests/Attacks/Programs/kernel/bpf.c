// tries: "to load programs and maps into the kernel"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    char attributes[128] = {2, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 1};
    refused("bpf", syscall(SYS_bpf, 0, attributes, sizeof attributes));
    refused("bpf", syscall(SYS_bpf, 5, attributes, sizeof attributes));
    tried();
    return 0;
}
