// tries: "to read the memory of a process of the host that runs as the same user"
// side: both
// intact: [processes]
#include "attack.h"
int main(void) {
    char path[64], text[4096];
    pid_t victim = atoi(variable("CANARY_PID"));
    snprintf(path, sizeof path, "/proc/%d/mem", victim);
    if (open(path, O_RDONLY) >= 0) escaped("opened its memory");
    snprintf(path, sizeof path, "/proc/%d/environ", victim);
    int file = open(path, O_RDONLY);
    if (file >= 0 && read(file, text, sizeof text) > 0) escaped("read its environment");
    if (ptrace(PTRACE_ATTACH, victim, 0, 0) == 0) escaped("traces it");
    struct iovec to = {text, 8}, from = {(void *)0x400000, 8};
    if (process_vm_readv(victim, &to, 1, &from, 1, 0) > 0) escaped("read its memory");
    tried();
}
