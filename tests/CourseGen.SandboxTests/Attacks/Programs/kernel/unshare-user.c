// tries: "to make a user namespace of its own, where it would be root"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("unshare", unshare(CLONE_NEWUSER));
    tried();
    return 0;
}
