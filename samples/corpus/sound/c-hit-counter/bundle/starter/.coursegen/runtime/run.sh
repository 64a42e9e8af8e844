#!/bin/sh
exec ./hits
