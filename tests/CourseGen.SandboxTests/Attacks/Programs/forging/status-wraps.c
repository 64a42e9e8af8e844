// tries: "to leave with a status that a careless reader takes for 0"
// side: called
// intact: [verdict, checker]
#include "attack.h"
int main(void) {
    tried();
    exit(256);
}
