// tries: "to write lines that are larger where they are kept than where they are made"
// side: both
// ending: over output
// limits: {output_kb: 64}
// intact: [host]
// without: [output]
#include "attack.h"
int main(void) {
    tried();
    static char block[1 << 20];
    memset(block, '\n', sizeof block);
    for (int count = 0; count < 10; count++) write(count % 2 + 1, block, sizeof block);
}
