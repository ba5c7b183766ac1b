# shellcheck shell=bash
# What start.sh, stop.sh and cli.sh know of an instance. Sourced, not run.

# property FILE KEY: empty when the file or the key is missing
property() {
    [ ! -f "$1" ] || sed -n "s/^$2=//p" "$1" | head -n 1
}

# is_running PID DIR: that process is the Asterisk of this instance. A process id may have been given to somebody
# else since it was written down, and a killed process may not have been buried yet: only its command line tells.
is_running() {
    local words=""
    [ -n "$1" ] || return 1
    if [ -r "/proc/$1/cmdline" ]; then
        words=$(tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null) || return 1
    elif command -v ps >/dev/null 2>&1; then
        words=$(ps -o args= -p "$1" 2>/dev/null) || return 1
    fi
    case $words in *"$2/etc/asterisk.conf"*) return 0 ;; esac
    return 1
}
