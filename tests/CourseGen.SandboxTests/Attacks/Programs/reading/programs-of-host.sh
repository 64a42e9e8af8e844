#!/bin/sh
# tries: "to learn which programs the host has installed"
# side: learner
# intact: [host]
# gap: "The host's /usr is visible in boxes."
ls /usr/bin | wc -l
ls -d /usr/share/doc/* 2>/dev/null | head -n 3 | grep . && echo 'ESCAPED lists the packages of the host'
echo TRIED
