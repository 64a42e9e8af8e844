// tries: "to unshare by the number the call has for 32-bit programs"
// side: both
// without: [system_calls]
// intact: [host]
// says: "ENOSYS"
// or: exit 159
#include "attack.h"
int main(void) {
    long result = -ENOSYS;
    #if defined(__x86_64__)
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(310), "b"(CLONE_NEWUSER) : "memory");
    #endif
    if (result == 0) escaped("a 32-bit unshare");
    else { errno = -result; told("unshare", -1); }
    tried();
    return 0;
}
