// tries: "to write a line that never ends"
// side: both
// ending: over output
// limits: {output_kb: 64}
// intact: [host]
// without: [output]
#include "attack.h"
int main(void) {
    tried();
    static char block[1 << 20];
    memset(block, 'x', sizeof block);
    for (int count = 0; count < 10; count++) write(1, block, sizeof block);
}
