#!/usr/bin/env bash
# Gives one command to a running instance and prints the answer.
#
#   telephony/local/cli.sh [--instance DIR] COMMAND      e.g. "queue show", "pjsip show contacts"
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=telephony/local/asterisk-kinds.sh
. "$here/asterisk-kinds.sh"
# shellcheck source=telephony/local/instance.sh
. "$here/instance.sh"

instance=$here/../../data/asterisk
if [ "${1:-}" = --instance ]; then
    instance=$2
    shift 2
fi
instance=$(cd "$instance" && pwd)

file=$instance/instance.properties
case $(property "$file" asterisk.kind) in
    native) asterisk -C "$instance/etc/asterisk.conf" -rx "$*" ;;
    docker) docker exec "$(property "$file" container)" asterisk -C "$instance/etc/asterisk.conf" -rx "$*" ;;
    chroot) asterisk_in_root "$(property "$file" asterisk.root)" -C "$instance/etc/asterisk.conf" -rx "$*" ;;
esac
