// tries: "to steer interfaces by ioctl"
// side: both
// intact: [checker]
#include "attack.h"
#include <net/if.h>
int main(void) {
    int one = socket(AF_INET, SOCK_DGRAM, 0);
    struct ifreq request = {.ifr_name = "lo"};
    ioctl(one, 0x8913, &request);
    request.ifr_flags &= ~1;
    refused("ioctl", ioctl(one, 0x8914, &request));
    request.ifr_mtu = 1000;
    refused("ioctl", ioctl(one, 0x8922, &request));
    refused("ioctl", ioctl(one, 0x89a0, "bridge0"));
    tried();
}
