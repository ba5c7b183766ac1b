#!/usr/bin/env bash
# Makes sure that the telephony and browser tests find what they need: Asterisk, SIPp, Chromium, Chinese fonts.
#
#   telephony/provision.sh [FILE]        FILE: where to write what was found (default target/telephony-tools.properties)
#
# Asterisk: one of version 20 or newer on the PATH -> a Docker engine that answers -> on Debian, as root, an
# installation made by debootstrap in its own directory. Nothing is done twice: a second run needs no network.
# Where something cannot be had it stops with one sentence that says what to install.
#
# Environment
#   RESCUELINE_TOOLS_DIR      where the debootstrap installation is kept (default ~/.cache/rescueline)
#   RESCUELINE_DEBIAN_MIRROR  the Debian mirror to take it from (default: debootstrap's own)
#   RESCUELINE_ASTERISK       native, docker or chroot: use this kind and no other
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=telephony/local/asterisk-kinds.sh
. "$here/local/asterisk-kinds.sh"

output=${1:-$here/../target/telephony-tools.properties}
tools_dir=${RESCUELINE_TOOLS_DIR:-$HOME/.cache/rescueline}
asterisk_root=$tools_dir/asterisk-root
wanted_kind=${RESCUELINE_ASTERISK:-}
apt_is_fresh=no

stop_with() {
    echo "$1" >&2
    exit 1
}

# Runs something talkative; its words are shown only when it fails.
quietly() {
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

is_debian_root() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

# One provisioning at a time; the others wait and then find everything in place.
take_turn() {
    mkdir -p "$tools_dir" || stop_with "Make $tools_dir writable, or set RESCUELINE_TOOLS_DIR to a directory that is."
    command -v flock >/dev/null 2>&1 || return 0
    exec 9>"$tools_dir/provision.lock"
    flock 9
}

apt_install() {
    if [ "$apt_is_fresh" = no ]; then
        quietly apt-get update || return 1
        apt_is_fresh=yes
    fi
    echo "Installing $* ..." >&2
    DEBIAN_FRONTEND=noninteractive quietly apt-get install -y --no-install-recommends "$@"
}

# need COMMAND PACKAGE SENTENCE: the command is there afterwards, or the script has stopped with the sentence.
need() {
    command -v "$1" >/dev/null 2>&1 && return 0
    is_debian_root || stop_with "$3"
    apt_install "$2" || stop_with "$3"
    command -v "$1" >/dev/null 2>&1 || stop_with "$3"
}

has_native_asterisk() {
    local major
    command -v asterisk >/dev/null 2>&1 || return 1
    major=$(asterisk -V 2>/dev/null | sed -n 's/^Asterisk \([0-9][0-9]*\)\..*/\1/p')
    [ -n "$major" ] && [ "$major" -ge 20 ]
}

has_docker() {
    command -v docker >/dev/null 2>&1 && docker info >/dev/null 2>&1
}

build_docker_image() {
    docker image inspect "$asterisk_image" >/dev/null 2>&1 && return 0
    echo "Building the Docker image $asterisk_image ..." >&2
    quietly docker build -t "$asterisk_image" "$here/docker"
}

has_asterisk_root() {
    [ -d "$asterisk_root" ] && asterisk_in_root "$asterisk_root" -V >/dev/null 2>&1
}

# What an interrupted build left, with the file systems that debootstrap mounts inside while it works.
remove_half_made() {
    local left mounted
    for left in "$asterisk_root".building.*; do
        [ -d "$left" ] || continue
        for mounted in "$left/proc" "$left/sys"; do
            umount -l "$mounted" 2>/dev/null || true
        done
        rm -rf --one-file-system "$left"
    done
}

# Built beside its final place and moved there when it is complete: an interrupted run leaves nothing half-made.
build_asterisk_root() {
    local building
    has_asterisk_root && return 0
    need debootstrap debootstrap "Install Debian's package debootstrap, or Asterisk 20 or newer, or start Docker."
    remove_half_made
    building=$(mktemp -d "$asterisk_root.building.XXXXXX")
    trap remove_half_made EXIT
    echo "Installing Asterisk into $asterisk_root (about a minute, once) ..." >&2
    quietly debootstrap --variant=minbase --include=asterisk sid "$building" ${RESCUELINE_DEBIAN_MIRROR:+"$RESCUELINE_DEBIAN_MIRROR"} || return 1
    rm -rf "$building"/var/cache/apt/archives/*.deb "$building"/var/lib/apt/lists/*
    chmod 755 "$building"
    # For those who enter it with chroot: a machine whose name is not found costs each call five seconds.
    printf '127.0.0.1 localhost %s\n' "$(hostname)" >"$building/etc/hosts"
    rm -rf "$asterisk_root"
    mv "$building" "$asterisk_root"
    trap - EXIT
    has_asterisk_root
}

choose_asterisk() {
    local sentence="Install Asterisk 20 or newer so that \"asterisk\" is on the PATH, or start Docker, or run this as root on Debian."
    case $wanted_kind in
        "" | native | docker | chroot) ;;
        *) stop_with "RESCUELINE_ASTERISK must be native, docker or chroot, not \"$wanted_kind\"." ;;
    esac
    if [ "${wanted_kind:-native}" = native ] && has_native_asterisk; then
        kind=native root=""
        return
    fi
    if [ "${wanted_kind:-docker}" = docker ] && has_docker; then
        build_docker_image || stop_with "Let Docker build the image in telephony/docker, or install Asterisk 20 or newer on the PATH."
        kind=docker root=""
        return
    fi
    if [ "${wanted_kind:-chroot}" = chroot ]; then
        if has_asterisk_root || { is_debian_root && build_asterisk_root; }; then
            kind=chroot root=$asterisk_root
            return
        fi
    fi
    stop_with "$sentence"
}

find_chromium() {
    local name
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        command -v "$name" && return 0
    done
    return 1
}

# Pages are photographed in Chinese: without such a font every character is an empty box.
need_chinese_font() {
    local sentence="Install a font with Chinese characters, for instance Debian's package fonts-noto-cjk."
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh-cn family)" ] && return 0
    is_debian_root || stop_with "$sentence"
    apt_install fontconfig fonts-noto-cjk || stop_with "$sentence"
}

# Nice to have: without them callers hear tones and everything else is the same.
make_prompts() {
    prompts=$tools_dir/prompts
    if ! command -v espeak-ng >/dev/null 2>&1 || ! command -v sox >/dev/null 2>&1; then
        { is_debian_root && apt_install espeak-ng sox; } || {
            echo "Callers will hear tones in place of sentences: install espeak-ng and sox and run this again." >&2
            return 0
        }
    fi
    "$here/prompts/generate.sh" "$prompts" ||
        echo "The sentences for callers could not be made; they will hear tones." >&2
}

write_properties() {
    mkdir -p "$(dirname "$output")"
    {
        echo "asterisk.kind=$kind"
        echo "asterisk.root=$root"
        echo "asterisk.version=$version"
        echo "sipp=$(command -v sipp)"
        echo "chromium=$chromium"
        echo "prompts=$prompts"
    } >"$output.new.$$"
    mv "$output.new.$$" "$output"
}

kind="" root="" version="" chromium="" prompts=""
take_turn
choose_asterisk
version=$(asterisk_version "$kind" "$root") || stop_with "Repair or remove the Asterisk installation of kind $kind: it does not tell its version."
need sipp sip-tester "Install SIPp so that \"sipp\" is on the PATH (Debian's package sip-tester)."
chromium=$(find_chromium) || {
    need chromium chromium "Install Chromium so that \"chromium\" is on the PATH."
    chromium=$(find_chromium)
}
need_chinese_font
make_prompts
write_properties
