// tries: "to have memory that the kernel itself cannot see"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    long file = syscall(447, 0);
    if (file >= 0) escaped("memfd_secret");
    else told("memfd_secret", file);
    tried();
    return 0;
}
