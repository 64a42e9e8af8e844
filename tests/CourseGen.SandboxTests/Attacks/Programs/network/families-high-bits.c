// tries: "to hide a family behind bits that the kernel ignores"
// side: both
// intact: [host]
// without: [system_calls]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("socket", syscall(SYS_socket, 0xffffffff00000000UL | 40, SOCK_STREAM, 0));
    refused("socket", syscall(SYS_socket, 0x100000000UL | AF_PACKET, SOCK_RAW, 0));
    tried();
}
