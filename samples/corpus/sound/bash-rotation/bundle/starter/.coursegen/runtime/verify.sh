#!/bin/sh
exec bash -n rotate.bash
