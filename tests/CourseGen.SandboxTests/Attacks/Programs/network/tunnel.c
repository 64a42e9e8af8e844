// tries: "to make an interface of its own by the tunnel device"
// side: both
// intact: [host]
#include "attack.h"
int main(void) {
    refused("open", open("/dev/net/tun", O_RDWR));
    refused("open", open("/dev/vhost-net", O_RDWR));
    refused("open", open("/dev/ppp", O_RDWR));
    tried();
}
