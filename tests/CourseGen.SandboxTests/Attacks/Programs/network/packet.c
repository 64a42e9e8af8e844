// tries: "to read and send packets under the protocols"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("socket", socket(AF_PACKET, SOCK_RAW, htons(3)));
    refused("socket", socket(AF_PACKET, SOCK_DGRAM, htons(3)));
    tried();
}
