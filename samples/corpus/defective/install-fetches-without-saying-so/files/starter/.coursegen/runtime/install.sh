#!/bin/sh
exec python3 -c 'import urllib.request; urllib.request.urlopen("http://deb.debian.org/debian/dists/stable/Release", timeout=5)'
