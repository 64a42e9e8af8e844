// tries: "to map more users into its namespace"
// side: both
// intact: [host]
#include "attack.h"
int main(void) {
    int map = open("/proc/self/uid_map", O_WRONLY);
    if (map >= 0) refused("write", write(map, "0 0 4294967295", 14));
    int groups = open("/proc/self/setgroups", O_WRONLY);
    if (groups >= 0) refused("write", write(groups, "allow", 5));
    tried();
    return 0;
}
