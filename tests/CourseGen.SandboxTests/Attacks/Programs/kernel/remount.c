// tries: "to make the root writable again"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("mount", mount(0, "/", 0, MS_REMOUNT | MS_BIND, 0));
    refused("mount", mount(0, "/usr", 0, MS_REMOUNT | MS_BIND, 0));
    tried();
    return 0;
}
