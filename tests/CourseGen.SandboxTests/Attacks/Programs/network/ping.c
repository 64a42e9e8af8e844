// tries: "to ask for echoes"
// side: both
// intact: [host]
#include "attack.h"
int main(void) {
    refused("socket", socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP));
    tried();
}
