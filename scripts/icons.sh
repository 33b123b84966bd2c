#!/usr/bin/env bash
# Draws the page's PNG icons anew from src/app/shell/icon.svg; they are kept in the repository.
. "$(dirname "$0")/common.sh"

browser_env
exec node scripts/icons.mjs
