// tries: "to switch off address randomisation and make all memory executable"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("personality", syscall(SYS_personality, 0x0040000 | 0x0400000));
    tried();
    return 0;
}
