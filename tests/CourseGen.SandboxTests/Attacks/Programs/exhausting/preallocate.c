// tries: "to reserve space without writing it"
// side: both
// ending: over disk
// limits: {disk_mb: 4}
// intact: [host]
// without: [sized_folders]
#include "attack.h"
int main(void) {
    tried();
    int file = open("/tmp/full", O_WRONLY | O_CREAT, 0600);
    if (fallocate(file, 0, 0, 40 << 20) < 0 && fallocate(file, 1, 0, 40 << 20) < 0) {
        static char block[65536];
        while (write(file, block, sizeof block) > 0);
        return 1;
    }
    escaped("reserved 40 MB");
}
