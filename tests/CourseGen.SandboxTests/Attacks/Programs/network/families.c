// tries: "to open a socket of every other family"
// side: both
// intact: [host]
// without: [system_calls]
#include "attack.h"
int main(void) {
    for (int family = 0; family < 64; family++) {
        if (family == AF_UNIX || family == AF_INET || family == AF_INET6 || family == AF_NETLINK) continue;
        for (int kind = 1; kind <= 5; kind++) {
            if (socket(family, kind, 0) >= 0 || errno != EPERM) { char what[32]; snprintf(what, sizeof what, "family %d: %d", family, errno); escaped(what); break; }
        }
    }
    int pair[2];
    for (int family = 2; family < 64; family++)
        if (socketpair(family, SOCK_STREAM, 0, pair) == 0 || errno != EPERM) escaped("a pair of another family");
    tried();
}
