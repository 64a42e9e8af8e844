// tries: "to leave a POSIX message queue for a later run"
// side: learner
// intact: [next_run]
// without: [ipc_namespaces]
// next: true
#include "attack.h"
#include <mqueue.h>
int main(int count, char **arguments) {
    if (strcmp(arguments[1], "attack") == 0) {
        if (mq_open("/coursegen-left", O_CREAT | O_RDWR, 0666, 0) >= 0) tried();
    } else if (mq_open("/coursegen-left", O_RDWR) >= 0) {
        escaped("found what an earlier run left");
        mq_unlink("/coursegen-left");
    }
}
