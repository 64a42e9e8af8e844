// tries: "to make a 32-bit system call, which has other numbers"
// side: both
// without: [system_calls]
// intact: [host]
// says: "ENOSYS"
// or: exit 159
#include "attack.h"
int main(void) {
    long result = -ENOSYS;
    #if defined(__x86_64__)
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(20) : "memory");
    #endif
    if (result > 0) escaped("a 32-bit call was answered");
    else { errno = -result; told("getpid", -1); }
    tried();
    return 0;
}
