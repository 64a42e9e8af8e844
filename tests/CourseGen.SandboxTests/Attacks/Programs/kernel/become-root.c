// tries: "to become root by the calls that change users"
// side: both
// intact: [host]
#include "attack.h"
#include <grp.h>
int main(void) {
    refused("setuid", setuid(0));
    refused("setresuid", setresuid(0, 0, 0));
    refused("setgid", setgid(0));
    gid_t none = 0;
    refused("setgroups", setgroups(1, &none));
    if (getuid() == 0 || geteuid() == 0) escaped("is root");
    tried();
    return 0;
}
