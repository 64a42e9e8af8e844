// tries: "to close its output and go on, so that the check takes it for finished"
// side: called
// intact: [verdict, checker]
#include "attack.h"
int main(void) {
    tried();
    close(0);
    close(1);
    close(2);
    sleep(1);
    return 1;
}
