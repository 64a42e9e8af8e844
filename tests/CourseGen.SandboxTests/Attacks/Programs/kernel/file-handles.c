// tries: "to open files of the host by their numbers"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    char handle[128] = {0};
    *(unsigned *)handle = 100;
    int mount_number;
    refused("name_to_handle_at", syscall(SYS_name_to_handle_at, AT_FDCWD, "/usr", handle, &mount_number, 0));
    unsigned root[4] = {8, 1, 2, 0};
    refused("open_by_handle_at", syscall(SYS_open_by_handle_at, open("/usr", O_RDONLY), root, O_RDONLY));
    tried();
    return 0;
}
