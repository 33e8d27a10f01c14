#!/bin/bash
# What it costs to load a configuration, beside libconfig's own parse of it.
set -u
exec "${B:-build}/tests/bench/load"
