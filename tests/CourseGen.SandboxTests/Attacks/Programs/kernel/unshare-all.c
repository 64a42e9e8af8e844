// tries: "to make every kind of namespace"
// side: both
// without: [system_calls+capabilities]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    static const int kinds[] = {CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP, 0x80};
    for (unsigned i = 0; i < sizeof kinds / sizeof *kinds; i++) refused("unshare", unshare(kinds[i]));
    tried();
    return 0;
}
