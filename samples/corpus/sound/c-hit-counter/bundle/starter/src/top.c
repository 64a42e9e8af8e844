#include "hits.h"

#include <stdlib.h>
#include <string.h>

void top_answer(struct answer *answer) {
    answer->status = 501;
}
