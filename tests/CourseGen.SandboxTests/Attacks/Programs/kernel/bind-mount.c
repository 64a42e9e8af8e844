// tries: "to show a folder at another place"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("mount", mount("/tmp", "/usr", 0, MS_BIND, 0));
    tried();
    return 0;
}
