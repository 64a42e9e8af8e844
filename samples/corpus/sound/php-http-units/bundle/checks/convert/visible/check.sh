#!/bin/sh
exec php "${COURSEGEN_CHECKS:-$(dirname "$0")}/visible.php"
