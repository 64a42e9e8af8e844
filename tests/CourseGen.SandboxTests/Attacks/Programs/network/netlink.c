// tries: "to speak to the kernel about devices, audits, filters and crypto by netlink"
// side: both
// intact: [host]
// without: [system_calls]
// says: "EPERM"
#include "attack.h"
int main(void) {
    for (int protocol = 1; protocol < 24; protocol++) refused("socket", socket(AF_NETLINK, SOCK_RAW, protocol));
    tried();
}
