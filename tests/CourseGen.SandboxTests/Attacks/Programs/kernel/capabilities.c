// tries: "to have or to raise capabilities"
// side: both
// without: [capabilities]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    struct { uint32_t version; int process; } head = {0x20080522, 0};
    uint32_t sets[6] = {0};
    syscall(SYS_capget, &head, sets);
    if (sets[0] | sets[1] | sets[3] | sets[4]) escaped("has capabilities");
    sets[0] = sets[1] = 1 << 21;
    refused("capset", syscall(SYS_capset, &head, sets));
    for (int one = 0; one < 41; one++)
        if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, one, 0, 0) == 0) escaped("raised a capability");
    tried();
    return 0;
}
