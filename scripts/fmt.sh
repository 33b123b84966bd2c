#!/usr/bin/env bash
# Formats the code.
. "$(dirname "$0")/common.sh"

cargo fmt
