// tries: "to open more files than it may"
// side: both
// intact: [host]
// without: [open_files]
#include "attack.h"
int main(void) {
    tried();
    int count = 0;
    while (count < 2000 && open("/dev/null", O_RDONLY) >= 0) count++;
    char line[64];
    snprintf(line, sizeof line, "opened %d\n", count);
    say(line);
    if (count > 256) escaped("opened too many files");
    struct rlimit limit = {4096, 4096};
    if (setrlimit(RLIMIT_NOFILE, &limit) == 0) escaped("raised its limit");
}
