// tries: "to watch what others open"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("fanotify_init", syscall(SYS_fanotify_init, 0x200, O_RDONLY));
    tried();
    return 0;
}
