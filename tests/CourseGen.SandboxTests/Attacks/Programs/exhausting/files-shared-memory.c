// tries: "to make more files in /dev/shm than it may"
// side: both
// ending: over disk
// limits: {files: 800}
// intact: [host]
// without: [counted_files]
#include "attack.h"
int main(void) {
    tried();
    for (int count = 0; count < 3000; count++) {
        char path[64];
        snprintf(path, sizeof path, "/dev/shm/%d", count);
        int file = open(path, O_WRONLY | O_CREAT, 0600);
        if (file < 0) return 1;
        close(file);
    }
    escaped("made 3000 files");
}
