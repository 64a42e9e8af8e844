// tries: "to leave with status 0 before anything is asked"
// side: called
// intact: [verdict, checker]
#include "attack.h"
int main(void) {
    tried();
    _exit(0);
}
