#!/bin/sh
# Stands in for the learner's program: tries to replace the checks by ones that always pass.
for script in /checks/check.sh /shared/check.sh /workspace/checks/*/check.sh /run/as-learner/as-learner; do
    { printf '#!/bin/sh\nexit 0\n' >"$script"; chmod 755 "$script"; } 2>/dev/null
done
mv /checks /checks.gone 2>/dev/null
exit 0
