// tries: "to ask for a key of the host"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("request_key", syscall(SYS_request_key, "user", "coursegen-attack", 0, -1));
    tried();
    return 0;
}
