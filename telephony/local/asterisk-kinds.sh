# shellcheck shell=bash
# How to run Asterisk when it is installed, in Docker, or in a directory made by debootstrap.
# Sourced, not run.
#
# The directory is not entered with chroot(2): the program's own loader and libraries are taken from there and
# everything else from here. So an instance's files may lie anywhere, nothing has to be mounted, the machine's own
# /etc/hosts is the one that counts, and running it (unlike making it) needs no root.

asterisk_image=${RESCUELINE_ASTERISK_IMAGE:-rescueline/asterisk:22}

# root_library_dir ROOT: where that installation keeps its libraries, e.g. ROOT/usr/lib/x86_64-linux-gnu
root_library_dir() {
    local dir
    for dir in "$1"/usr/lib/*/asterisk/modules; do
        [ -d "$dir" ] && (cd "$dir/../.." && pwd) && return 0
    done
    return 1
}

# root_loader ROOT: the dynamic loader in that installation
root_loader() {
    local loader
    for loader in "$(root_library_dir "$1")"/ld-linux*.so.*; do
        [ -e "$loader" ] && echo "$loader" && return 0
    done
    return 1
}

# asterisk_in_root ROOT ARGUMENTS...
asterisk_in_root() {
    local root=$1
    shift
    "$(root_loader "$root")" --library-path "$(root_library_dir "$root")" "$root/usr/sbin/asterisk" "$@"
}

# native_modules: the module directory of the Asterisk on the PATH
native_modules() {
    local dir
    for dir in "${RESCUELINE_ASTERISK_MODULES:-}" /usr/lib/*/asterisk/modules /usr/lib/asterisk/modules \
        /usr/lib64/asterisk/modules /usr/local/lib/asterisk/modules /opt/homebrew/lib/asterisk/modules; do
        [ -n "$dir" ] && [ -e "$dir/chan_pjsip.so" ] && echo "$dir" && return 0
    done
    return 1
}

# native_data: the directory with the documentation that some modules insist on
native_data() {
    local dir
    for dir in "${RESCUELINE_ASTERISK_DATA:-}" /usr/share/asterisk /var/lib/asterisk /usr/local/var/lib/asterisk; do
        [ -n "$dir" ] && [ -d "$dir/documentation" ] && echo "$dir" && return 0
    done
    return 1
}

# asterisk_version KIND ROOT: for instance 22.10.1
asterisk_version() {
    local text
    case $1 in
        native) text=$(asterisk -V) ;;
        docker) text=$(docker run --rm "$asterisk_image" -V) ;;
        chroot) text=$(asterisk_in_root "$2" -V) ;;
        *) return 1 ;;
    esac
    echo "$text" | sed -n 's/^Asterisk \([0-9.]*\).*/\1/p'
}
