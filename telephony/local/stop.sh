#!/usr/bin/env bash
# Stops one instance and waits until it is gone. Its directory (logs, CEL, recordings) stays.
#
#   telephony/local/stop.sh [--instance DIR] [--kill yes]      --kill yes: at once and without a goodbye, like a power cut
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=telephony/local/instance.sh
. "$here/instance.sh"

instance=$here/../../data/asterisk
kill_it=no
while [ $# -gt 0 ]; do
    case $1 in
        --instance) instance=$2 ;;
        --kill) kill_it=$2 ;;
        *) echo "Unknown option $1." >&2 && exit 1 ;;
    esac
    shift 2
done

file=$instance/instance.properties
[ -f "$file" ] || exit 0
instance=$(cd "$instance" && pwd)
file=$instance/instance.properties

wait_until_gone() { # PID TENTHS
    local tries=0
    while is_running "$1" "$instance"; do
        tries=$((tries + 1))
        [ $tries -le "$2" ] || return 1
        sleep 0.1
    done
}

container=$(property "$file" container)
pid=$(property "$file" pid)
run=$(property "$file" run)
if [ -n "$container" ]; then
    if [ "$kill_it" = yes ]; then
        docker kill "$container" >/dev/null 2>&1 || true
    else
        docker stop -t 10 "$container" >/dev/null 2>&1 || true
    fi
elif is_running "$pid" "$instance"; then
    [ "$kill_it" = yes ] || "$here/cli.sh" --instance "$instance" "core stop now" >/dev/null 2>&1 || true
    if [ "$kill_it" = yes ] || ! wait_until_gone "$pid" 100; then
        kill -9 "$pid" 2>/dev/null || true
        wait_until_gone "$pid" 50
    fi
fi
rm -f "$file"
case $run in /tmp/rescueline-pbx.*) rm -rf "$run" ;; esac
