#!/bin/sh
# Prints the sum of its two arguments.
plain() {
    sign=""
    digits=$1
    case $digits in
        -*) sign=- digits=${digits#-} ;;
    esac
    # A shell would take a zero in front for the sign of an octal number.
    while [ "$digits" != 0 ] && [ "${digits#0}" != "$digits" ]; do digits=${digits#0}; done
    printf '%s%s' "$sign" "$digits"
}

echo $(($(plain "$1") + $(plain "$2")))
