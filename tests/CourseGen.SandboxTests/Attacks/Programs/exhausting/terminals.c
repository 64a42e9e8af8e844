// tries: "to take every terminal of the machine"
// side: both
// intact: [host]
// without: [open_files]
#include "attack.h"
int main(void) {
    tried();
    int count = 0;
    while (count < 3000 && open("/dev/ptmx", O_RDWR | O_NOCTTY) >= 0) count++;
    if (count > 256) escaped("more terminals than open files");
}
