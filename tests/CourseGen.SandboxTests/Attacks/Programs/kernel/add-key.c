// tries: "to leave a key where a later run finds it"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("add_key", syscall(SYS_add_key, "user", "coursegen-attack", "text", 4, -1));
    tried();
    return 0;
}
