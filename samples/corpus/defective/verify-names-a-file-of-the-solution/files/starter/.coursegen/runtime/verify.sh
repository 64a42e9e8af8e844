#!/bin/sh
sh -n clock.sh && sh -n refuse.sh
