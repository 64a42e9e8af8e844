#!/bin/sh
exec sqlite3 -bail :memory: '.read schema.sql' '.read views/revenue.sql' '.read views/ranking.sql' \
    'SELECT * FROM revenue' 'SELECT * FROM ranking'
