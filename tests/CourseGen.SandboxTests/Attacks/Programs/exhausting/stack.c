// tries: "to recurse for ever"
// side: both
// ending: exit 139
// intact: [processes]
#include "attack.h"
static int deep(int n) { volatile char block[4096]; block[0] = n; return deep(n + 1) + block[0]; }
int main(void) {
    tried();
    return deep(0);
}
