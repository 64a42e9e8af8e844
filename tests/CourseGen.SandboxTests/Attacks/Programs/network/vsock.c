// tries: "to speak to the machine under this one by vsock, which no namespace holds"
// side: both
// intact: [host]
// without: [system_calls]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("socket", socket(40, SOCK_STREAM, 0));
    refused("socket", socket(40, SOCK_DGRAM, 0));
    tried();
}
