// tries: "to write a status of its own to every descriptor"
// side: called
// intact: [verdict, checker]
#include "attack.h"
int main(void) {
    for (int number = 3; number < 256; number++)
        if (write(number, "0\n", 2) > 0) escaped("wrote to a descriptor that is not its own");
    char path[64];
    for (int number = 0; number < 3; number++) {
        snprintf(path, sizeof path, "/proc/self/fd/%d/../status", number);
        int file = open(path, O_WRONLY | O_NONBLOCK);
        if (file >= 0) escaped("opened the pipe of the status");
    }
    tried();
    return 1;
}
