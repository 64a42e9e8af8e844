// tries: "to send packets of its own making"
// side: both
// intact: [host]
#include "attack.h"
int main(void) {
    for (int protocol = 0; protocol < 256; protocol += 15) refused("socket", socket(AF_INET, SOCK_RAW, protocol));
    refused("socket", socket(AF_INET, SOCK_RAW, IPPROTO_RAW));
    refused("socket", socket(AF_INET6, SOCK_RAW, 58));
    tried();
}
