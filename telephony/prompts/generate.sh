#!/usr/bin/env bash
# Speaks the sentences of prompts.txt into 8 kHz WAV files that Asterisk plays.
#
#   telephony/prompts/generate.sh DIR
#
# DIR/<language>/<name>.wav. A recording telephony/prompts/recordings/<language>/<name>.wav (or one in
# RESCUELINE_PROMPT_RECORDINGS) takes the place of a spoken one. Nothing is done twice: DIR/made-from tells what the files were made of.
# Needs espeak-ng and sox. What cannot be made is left out: the dialplan plays a tone where a file is missing.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=${1:?Where to? generate.sh DIR}
recordings=${RESCUELINE_PROMPT_RECORDINGS:-$here/recordings}

fingerprint() {
    cat "$here/prompts.txt" "$here/generate.sh"
    [ ! -d "$recordings" ] || (cd "$recordings" && find . -name '*.wav' -exec cksum {} + | sort)
}

# The voice that reads Chinese characters; the one called cmn reads their pinyin as if it were English.
voice_of() {
    case $2 in menu-english) echo en; return ;; esac
    case $1 in zh) echo cmn-latn-pinyin ;; *) echo en ;; esac
}

# to_telephone SOURCE TARGET: one channel, 8 kHz, 16 bit, without the silence before and after, never clipped
to_telephone() {
    sox "$1" -r 8000 -c 1 -b 16 -e signed-integer "$2" \
        silence 1 0.02 0.5% reverse silence 1 0.02 0.5% reverse pad 0.05 0.1 gain -n -3
}

# copied as it is but for rate and channels: whoever recorded it has decided how loud it is
take_recording() {
    sox -G "$1" -r 8000 -c 1 -b 16 -e signed-integer "$2"
}

speak() {
    local spoken
    spoken=$(mktemp --suffix=.wav)
    espeak-ng -v "$(voice_of "$1" "$2")" -s 150 -w "$spoken" "$3" && to_telephone "$spoken" "$4" ||
        echo "The sentence $1/$2 could not be spoken; callers hear a tone in its place." >&2
    rm -f "$spoken"
}

make_all() {
    local language name text file
    while IFS='|' read -r language name text; do
        case $language in '' | '#'*) continue ;; esac
        file=$making/$language/$name.wav
        mkdir -p "$(dirname "$file")"
        if [ -f "$recordings/$language/$name.wav" ]; then
            take_recording "$recordings/$language/$name.wav" "$file"
        else
            speak "$language" "$name" "$text" "$file"
        fi
    done <"$here/prompts.txt"
}

wanted=$(fingerprint | cksum)
if [ -f "$target/made-from" ] && [ "$(cat "$target/made-from")" = "$wanted" ]; then
    exit 0
fi
making=$(mktemp -d "$target.making.XXXXXX")
trap 'rm -rf "$making"' EXIT
make_all
echo "$wanted" >"$making/made-from"
chmod -R a+rX "$making"
rm -rf "$target"
mv "$making" "$target"
