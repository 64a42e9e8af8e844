#!/bin/sh
# tries: "to flood its error output"
# side: both
# ending: over output
# limits: {output_kb: 64}
# intact: [host]
# without: [output]
echo TRIED
yes | head -c 4000000 >&2
