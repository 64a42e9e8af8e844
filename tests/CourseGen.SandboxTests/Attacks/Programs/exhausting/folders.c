// tries: "to make more folders and links than it may"
// side: both
// ending: over disk
// limits: {files: 800}
// intact: [host]
// without: [counted_files]
#include "attack.h"
int main(void) {
    tried();
    for (int count = 0; count < 2000; count++) {
        char path[64];
        snprintf(path, sizeof path, "/tmp/d%d", count);
        if (mkdir(path, 0700) < 0) return 1;
        snprintf(path, sizeof path, "/tmp/l%d", count);
        if (symlink("/etc/passwd", path) < 0) return 1;
    }
    escaped("made 4000 entries");
}
