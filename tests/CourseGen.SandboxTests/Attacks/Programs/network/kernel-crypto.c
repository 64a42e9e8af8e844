// tries: "to use the kernel's cryptography, which has had many holes, as a socket"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("socket", socket(38, SOCK_SEQPACKET, 0));
    tried();
}
