#!/bin/sh
exec php "$COURSEGEN_CHECKS/hidden.php"
