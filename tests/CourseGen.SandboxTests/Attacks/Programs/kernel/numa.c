// tries: "to move the memory of others between nodes"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    unsigned long nodes = 1;
    refused("migrate_pages", syscall(SYS_migrate_pages, getppid(), 8, &nodes, &nodes));
    refused("move_pages", syscall(SYS_move_pages, getppid(), 0, 0, 0, 0, 0));
    tried();
    return 0;
}
