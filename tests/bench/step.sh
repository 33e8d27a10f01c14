#!/bin/bash
# How long the core's step takes, with few and with many reminders.
set -u
exec "${B:-build}/tests/bench/step"
