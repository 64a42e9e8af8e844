#!/bin/sh
# There is nothing to bring: the course needs a shell and nothing else.
sh -c 'echo ready'
