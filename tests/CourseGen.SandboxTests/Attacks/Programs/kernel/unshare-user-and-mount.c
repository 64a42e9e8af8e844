// tries: "to become root of a namespace and mount there"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && mount("none", "/tmp", "tmpfs", 0, "") == 0) escaped("mounted in a namespace of its own");
    else told("unshare", -1);
    tried();
    return 0;
}
