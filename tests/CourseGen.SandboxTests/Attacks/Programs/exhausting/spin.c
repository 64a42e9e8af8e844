// tries: "to compute for ever"
// side: both
// ending: over cpu
// limits: {cpu_ms: 300, wall_ms: 9000}
// intact: [host]
// without: [processor]
#include "attack.h"
int main(void) {
    tried();
    while (1);
}
