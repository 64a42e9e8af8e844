#!/bin/sh
set -e
ruby -c main.rb
ruby -c storeroom.rb
