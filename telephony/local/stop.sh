#!/usr/bin/env bash
# Stops one instance and waits until it is gone. Its directory (logs, CEL, recordings) stays.
#
#   telephony/local/stop.sh [--instance DIR] [--kill yes]      --kill yes: at once and without a goodbye, like a power cut
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
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

property() {
    sed -n "s/^$1=//p" "$file" | head -n 1
}

# The process id may have been given to somebody else since: only one that runs this instance's configuration is ours.
is_ours() {
    local pid=$1
    kill -0 "$pid" 2>/dev/null || return 1
    ps -o args= -p "$pid" 2>/dev/null | grep -q -F "$(cd "$instance" && pwd)/etc/asterisk.conf"
}

wait_until_gone() { # PID TENTHS
    local tries=0
    while is_ours "$1"; do
        tries=$((tries + 1))
        [ $tries -le "$2" ] || return 1
        sleep 0.1
    done
}

container=$(property container)
pid=$(property pid)
run=$(property run)
if [ -n "$container" ]; then
    [ "$kill_it" = yes ] && docker kill "$container" >/dev/null 2>&1 || docker stop -t 10 "$container" >/dev/null 2>&1 || true
elif is_ours "$pid"; then
    [ "$kill_it" = yes ] || "$here/cli.sh" --instance "$instance" "core stop now" >/dev/null 2>&1 || true
    if [ "$kill_it" = yes ] || ! wait_until_gone "$pid" 100; then
        kill -9 "$pid" 2>/dev/null || true
        wait_until_gone "$pid" 50
    fi
fi
rm -f "$file"
case $run in /tmp/rescueline-pbx.*) rm -rf "$run" ;; esac
