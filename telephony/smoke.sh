#!/usr/bin/env bash
# Does this exchange do what it promises? Real calls through a real Asterisk, in about two minutes.
#
#   telephony/smoke.sh [--only NAME,NAME...] [--record DIR]
#
# Needs node; everything else is provisioned. --record DIR keeps what AMI and CEL said of each case: the fixtures in
# src/test/resources/telephony are made by   telephony/smoke.sh --record src/test/resources/telephony
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
command -v node >/dev/null 2>&1 || { echo "Install Node 20 or newer so that \"node\" is on the PATH." >&2; exit 1; }
tools=$here/../target/telephony-tools.properties
"$here/provision.sh" "$tools"
exec node "$here/smoke/run.mjs" --tools "$tools" "$@"
