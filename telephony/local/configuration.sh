# shellcheck shell=bash
# Fills a configuration template. Sourced, not run.

# render TEMPLATE TARGET: replaces every %%NAME%% with the value of the environment variable R_NAME, taken
# literally. A name without such a variable is an error: a half-filled configuration must not start.
render() {
    awk '
        {
            line = $0; out = ""
            while ((start = index(line, "%%")) > 0) {
                rest = substr(line, start + 2)
                end = index(rest, "%%")
                name = "R_" substr(rest, 1, end - 1)
                if (end == 0 || !(name in ENVIRON)) {
                    print FILENAME ": nothing to put for " name | "cat 1>&2"
                    exit 1
                }
                out = out substr(line, 1, start - 1) ENVIRON[name]
                line = substr(rest, end + 2)
            }
            print out line
        }' "$1" >"$2"
}
