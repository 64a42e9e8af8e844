// tries: "to rename the machine"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("sethostname", sethostname("other", 5));
    refused("setdomainname", setdomainname("other", 5));
    tried();
    return 0;
}
