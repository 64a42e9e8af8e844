// tries: "to read the key rings it has inherited"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("keyctl", syscall(SYS_keyctl, 0, -3, 0));
    char keys[4096];
    refused("keyctl", syscall(SYS_keyctl, 11, -3, keys, sizeof keys));
    tried();
    return 0;
}
