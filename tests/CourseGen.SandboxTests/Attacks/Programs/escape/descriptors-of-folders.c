// tries: "to climb out by a descriptor of a folder, with every way of resolving a path"
// side: both
// intact: [host]
// without: [own_folders]
#include "attack.h"
static void look(int folder, const char *path) {
    char text[128] = {0};
    int file = openat(folder, path, O_RDONLY);
    if (file >= 0 && read(file, text, 100) > 0) { say(text); escaped("read a file of the host"); }
}
int main(void) {
    char path[512];
    for (int number = 0; number < 64; number++) {
        snprintf(path, sizeof path, "../../../../../../..%s/secret", variable("CANARY_FOLDER"));
        look(number, path);
        snprintf(path, sizeof path, "/proc/self/fd/%d/../../../../../..%s/secret", number, variable("CANARY_FOLDER"));
        look(AT_FDCWD, path);
    }
    int root = open("/", O_PATH);
    snprintf(path, sizeof path, "..%s/secret", variable("CANARY_FOLDER"));
    look(root, path);
    tried();
}
