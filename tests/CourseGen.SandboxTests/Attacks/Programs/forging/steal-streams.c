// tries: "to open the streams of the call again, the other way round"
// side: called
// intact: [verdict, checker]
#include "attack.h"
int main(void) {
    char text[64];
    int back = open("/proc/self/fd/1", O_RDONLY | O_NONBLOCK);
    if (back >= 0 && read(back, text, sizeof text) > 0) escaped("read what somebody else wrote");
    int input = open("/proc/self/fd/0", O_WRONLY | O_NONBLOCK);
    if (input >= 0) told("open", write(input, "mine\n", 5));
    fcntl(1, F_SETPIPE_SZ, 4096);
    fcntl(1, F_SETFL, O_NONBLOCK);
    fcntl(1, F_SETFL, 0);
    tried();
    return 0;
}
