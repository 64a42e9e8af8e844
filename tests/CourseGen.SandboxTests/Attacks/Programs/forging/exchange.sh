#!/bin/sh
# tries: "to leave in the shared folder everything that a check could take for its own"
# side: called
# intact: [verdict, checker]
cd /exchange || exit 1
for name in verdict note output error answer report result nonce roster; do echo 'pass unharmed' >"$name"; done
ln -s /report/verdict link; ln -s /checks/answer answer.link; mkfifo pipe
chmod 0 note
cat answer.link 2>/dev/null && echo 'ESCAPED read the answer'
echo TRIED
