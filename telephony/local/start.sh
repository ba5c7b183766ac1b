#!/usr/bin/env bash
# Starts one Asterisk of our own, waits until it is fully booted and prints its process id.
# Any number of them run side by side, each with its own directory and ports. Without arguments: the
# developer's instance on the usual ports with the desk phones 1001 and 1002 (see telephony/README.md).
#
#   telephony/local/start.sh [--instance DIR] [--sip-port N] [--ami-port N] [--rtp-start N] ...
#
#   --instance DIR          its directory (default data/asterisk); kept over restarts
#   --tools FILE            written by provision.sh (default target/telephony-tools.properties; made when missing)
#   --pbx NAME              name of this exchange, in front of every Uniqueid (default hotline)
#   --sip-bind ADDRESS      (127.0.0.1)    --sip-port N (5060)
#   --ami-port N            (5038)
#   --ami-secret-env NAME                  variable with the secret of AMI user "rescueline"
#                                          (RESCUELINE_TELEPHONY_AMI_SECRET, when that is set)
#   --answer-secret-env NAME               variable with the secret of AMI user "rescueline-answer", for remote answer
#                                          (RESCUELINE_TELEPHONY_AMI_ANSWER_SECRET, when that is set)
#   --agi-host HOST         (127.0.0.1)    --agi-port N (4573)       where routing advice is asked
#   --rtp-start N           (10000)        --rtp-count N (200)       ports for sound
#   --pg-host H --pg-port N --pg-db D --pg-user U --pg-password-env NAME    where CEL goes besides the file; none without
#   --web-port N                           where the phones in browsers connect (ws://BIND:N/ws); without it there are none
#   --web-bind ADDRESS      (127.0.0.1)    --web-pg-user U --web-pg-password-env NAME    the role that may read what they sign on with
#   --outbound HOST:PORT    (127.0.0.1:5070)   the carrier for callbacks and spot checks
#   --trunk-from ADDRESS    the carrier's address for hotline calls; without it the header "X-Trunk: hotline" tells
#   --agent N[=HOST:PORT]   a desk phone; with an address it need not register. Repeat. (1001 and 1002)
#   --agent-secret-env NAME variable with the desk phones' password
#   --ring-seconds N        (20)  how long one desk phone rings       --queue-seconds N (120)  then the fallback queue
#   --overflow NUMBER       called when nobody took a call in time    --answered-by queue|agent (queue)
#   --record yes|no         (yes)          --qualify SECONDS (0)      how often phones and the carrier are probed
#   --menu yes|no           (no)  ask what the call is about         --menu-seconds N (4)      waiting for a key after the question
#   --consent yes|no        (no)  say that the call is recorded
#   --announce SECONDS      (0)   how often a waiting caller hears the place in the line, and in between the offer to be called back
#   --night HH:MM-HH:MM|always|never (never)    when the night roster is on
#   --night-agent N         an operator on the night roster. Repeat.  --night-seconds N (45)    how long only they are tried
#   --penalty N=P           operator's skill: 0 rescue, 10 service, 20 complaints (0). Repeat.
#   --prompts DIR           spoken sentences (made by provision.sh); tones without
#   --timer-b MILLISECONDS  (8000)         after which a silent SIP peer counts as away (6400 or more)
#
# A variable that is named but not set is an error; a secret never appears in an argument. Where no variable is
# named, a secret is drawn once and kept in DIR/secrets.properties, which only its owner may read.
set -euo pipefail
umask 077

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
telephony=$(dirname "$here")
# shellcheck source=telephony/local/asterisk-kinds.sh
. "$here/asterisk-kinds.sh"
# shellcheck source=telephony/local/instance.sh
. "$here/instance.sh"
# shellcheck source=telephony/local/configuration.sh
. "$here/configuration.sh"

stop_with() {
    echo "$1" >&2
    exit 1
}

instance=$telephony/../data/asterisk
tools=$telephony/../target/telephony-tools.properties
pbx=hotline
sip_bind=127.0.0.1 sip_port=5060
ami_port=5038
ami_secret_env=${RESCUELINE_TELEPHONY_AMI_SECRET:+RESCUELINE_TELEPHONY_AMI_SECRET}
answer_secret_env=${RESCUELINE_TELEPHONY_AMI_ANSWER_SECRET:+RESCUELINE_TELEPHONY_AMI_ANSWER_SECRET}
agi_host=127.0.0.1 agi_port=4573
rtp_start=10000 rtp_count=200
pg_host="" pg_port=5432 pg_db="" pg_user="" pg_password_env=""
web_port="" web_bind=127.0.0.1 web_pg_user="" web_pg_password_env=""
outbound=127.0.0.1:5070 trunk_from=""
agents="" agent_secret_env=""
ring_seconds=20 queue_seconds=120 overflow="" answered_by=queue
menu=no menu_seconds=4 consent=no announce=0 night=never night_agents="" night_seconds=45 penalties="" prompts=unset
record=yes qualify=0 timer_b=8000

while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || stop_with "The option $1 needs a value."
    case $1 in
        --instance) instance=$2 ;;
        --tools) tools=$2 ;;
        --pbx) pbx=$2 ;;
        --sip-bind) sip_bind=$2 ;;
        --sip-port) sip_port=$2 ;;
        --ami-port) ami_port=$2 ;;
        --ami-secret-env) ami_secret_env=$2 ;;
        --answer-secret-env) answer_secret_env=$2 ;;
        --agi-host) agi_host=$2 ;;
        --agi-port) agi_port=$2 ;;
        --rtp-start) rtp_start=$2 ;;
        --rtp-count) rtp_count=$2 ;;
        --pg-host) pg_host=$2 ;;
        --pg-port) pg_port=$2 ;;
        --pg-db) pg_db=$2 ;;
        --pg-user) pg_user=$2 ;;
        --pg-password-env) pg_password_env=$2 ;;
        --web-port) web_port=$2 ;;
        --web-bind) web_bind=$2 ;;
        --web-pg-user) web_pg_user=$2 ;;
        --web-pg-password-env) web_pg_password_env=$2 ;;
        --outbound) outbound=$2 ;;
        --trunk-from) trunk_from=$2 ;;
        --agent) agents="$agents $2" ;;
        --agent-secret-env) agent_secret_env=$2 ;;
        --ring-seconds) ring_seconds=$2 ;;
        --queue-seconds) queue_seconds=$2 ;;
        --overflow) overflow=$2 ;;
        --answered-by) answered_by=$2 ;;
        --record) record=$2 ;;
        --menu) menu=$2 ;;
        --menu-seconds) menu_seconds=$2 ;;
        --consent) consent=$2 ;;
        --announce) announce=$2 ;;
        --night) night=$2 ;;
        --night-agent) night_agents="$night_agents $2" ;;
        --night-seconds) night_seconds=$2 ;;
        --penalty) penalties="$penalties $2" ;;
        --prompts) prompts=$2 ;;
        --qualify) qualify=$2 ;;
        --timer-b) timer_b=$2 ;;
        *) stop_with "Unknown option $1; the options are listed at the top of telephony/local/start.sh." ;;
    esac
    shift 2
done
[ -n "$agents" ] || agents="1001 1002"

# must_match OPTION VALUE PATTERN WHAT
must_match() {
    [[ $2 =~ ^($3)$ ]] || stop_with "The option $1 must be $4, not \"$2\"."
}

check_options() {
    local number='[0-9]{1,5}' address='[A-Za-z0-9._-]+(:[0-9]{1,5})?' agent variable
    must_match --pbx "$pbx" '[A-Za-z0-9_]{1,20}' "up to 20 letters, digits and underscores"
    must_match --sip-bind "$sip_bind" '[0-9.]+' "an IPv4 address"
    must_match --sip-port "$sip_port" "$number" "a port"
    must_match --ami-port "$ami_port" "$number" "a port"
    must_match --agi-host "$agi_host" '[A-Za-z0-9._-]+' "a host name or address"
    must_match --agi-port "$agi_port" "$number" "a port"
    must_match --rtp-start "$rtp_start" "$number" "a port"
    must_match --rtp-count "$rtp_count" "$number" "a number of ports"
    must_match --outbound "$outbound" "$address" "host:port"
    must_match --trunk-from "$trunk_from" '|[0-9.]+(/[0-9]+)?' "an IPv4 address or network"
    must_match --ring-seconds "$ring_seconds" "$number" "a number of seconds"
    must_match --queue-seconds "$queue_seconds" "$number" "a number of seconds"
    must_match --overflow "$overflow" '|\+?[0-9]{3,20}' "a telephone number"
    must_match --answered-by "$answered_by" 'queue|agent' "queue or agent"
    must_match --menu "$menu" 'yes|no' "yes or no"
    must_match --menu-seconds "$menu_seconds" "$number" "a number of seconds"
    must_match --consent "$consent" 'yes|no' "yes or no"
    must_match --announce "$announce" "$number" "a number of seconds"
    must_match --night "$night" 'always|never|[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]' "HH:MM-HH:MM, always or never"
    must_match --night-seconds "$night_seconds" "$number" "a number of seconds"
    for agent in $night_agents; do
        must_match --night-agent "$agent" '1[0-9]{3}' "1xxx"
    done
    for agent in $penalties; do
        must_match --penalty "$agent" '1[0-9]{3}=[0-9]{1,2}' "1xxx=0 to 99"
    done
    must_match --record "$record" 'yes|no' "yes or no"
    must_match --qualify "$qualify" "$number" "a number of seconds"
    must_match --timer-b "$timer_b" "$number" "a number of milliseconds"
    [ "$timer_b" -ge 6400 ] || stop_with "The option --timer-b must be 6400 or more: Asterisk does not take less."
    must_match --pg-host "$pg_host" '|[A-Za-z0-9._-]+' "a host name or address"
    must_match --pg-port "$pg_port" "$number" "a port"
    must_match --pg-db "$pg_db" '|[A-Za-z0-9_-]+' "a database name"
    must_match --pg-user "$pg_user" '|[A-Za-z0-9_-]+' "a role name"
    must_match --web-port "$web_port" "|$number" "a port"
    must_match --web-bind "$web_bind" '[0-9.]+' "an IPv4 address"
    must_match --web-pg-user "$web_pg_user" '|[A-Za-z0-9_-]+' "a role name"
    if [ -n "$web_port" ] && { [ -z "$pg_host" ] || [ -z "$web_pg_user" ]; }; then
        stop_with "The option --web-port needs --pg-host and --web-pg-user: phones in browsers sign on with what the service writes into PostgreSQL."
    fi
    for variable in $ami_secret_env $answer_secret_env $agent_secret_env $pg_password_env $web_pg_password_env; do
        secret_from "$variable" >/dev/null
    done
    for agent in $agents; do
        must_match --agent "$agent" "1[0-9]{3}(=$address)?" "1xxx or 1xxx=host:port"
    done
}

draw_secret() {
    od -An -N18 -tx1 /dev/urandom | tr -d ' \n'
}

# secret_from NAME: the value of that environment variable
secret_from() {
    local value=${!1:-}
    [ -n "$value" ] || stop_with "Set the environment variable $1: it is to hold a secret."
    [[ $value =~ ^[A-Za-z0-9._~!@%^*()+:,?/=-]+$ ]] ||
        stop_with "The secret in $1 has a character that Asterisk's configuration cannot hold: use letters, digits and ._~!@%^*()+:,?/=- only."
    printf '%s' "$value"
}

# kept_secret KEY: drawn once for this instance and kept
kept_secret() {
    local file=$instance/secrets.properties value
    value=$(property "$file" "$1")
    if [ -z "$value" ]; then
        value=$(draw_secret)
        echo "$1=$value" >>"$file"
    fi
    printf '%s' "$value"
}

find_tools() {
    [ -s "$tools" ] || "$telephony/provision.sh" "$tools"
    kind=$(property "$tools" asterisk.kind)
    root=$(property "$tools" asterisk.root)
    case $kind in
        native)
            modules=$(native_modules) || stop_with "Set RESCUELINE_ASTERISK_MODULES to the directory of Asterisk's modules."
            data=$(native_data) || stop_with "Set RESCUELINE_ASTERISK_DATA to Asterisk's data directory, the one with \"documentation\" in it."
            sbin=$(dirname "$(command -v asterisk)") ;;
        docker) modules=$(docker run --rm --entrypoint sh "$asterisk_image" -c 'echo /usr/lib/*/asterisk/modules') data=/usr/share/asterisk sbin=/usr/sbin ;;
        chroot) modules=$(root_library_dir "$root")/asterisk/modules data=$root/usr/share/asterisk sbin=$root/usr/sbin ;;
        *) stop_with "Run telephony/provision.sh again: $tools does not say which Asterisk there is." ;;
    esac
}

# Asterisk's data directory as far as it needs one, with our sentences as its sounds. Copied: a container sees the instance alone.
make_data() {
    local name language
    mkdir -p "$instance/data"
    for name in documentation rest-api static-http images keys; do
        ln -sfn "$data/$name" "$instance/data/$name"
    done
    [ "$prompts" != unset ] || prompts=$(property "$tools" prompts)
    rm -rf "$instance/data/sounds"
    for language in zh en; do
        mkdir -p "$instance/data/sounds/$language"
        [ -d "$prompts/$language" ] || continue
        cp -R "$prompts/$language" "$instance/data/sounds/$language/rescueline"
        cp -R "$prompts/$language/digits" "$instance/data/sounds/$language/digits"
    done
}

make_directories() {
    mkdir -p "$instance"
    instance=$(cd "$instance" && pwd)
    mkdir -p "$instance"/{etc,log/cel-custom,lib,spool/monitor,moh}
    run=$instance/run
    # A control socket's path may have 107 characters.
    [ ${#run} -lt 90 ] || run=$(mktemp -d /tmp/rescueline-pbx.XXXXXX)
    mkdir -p "$run"
}

# A tenth of a second of silence in A-law, so that nothing here depends on installed sound files.
make_silence() {
    head -c 800 /dev/zero | LC_ALL=C tr '\0' '\325' >"$instance/lib/silence.alaw"
}

refuse_when_running() {
    local pid
    pid=$(property "$instance/instance.properties" pid)
    if is_running "$pid" "$instance"; then
        stop_with "The instance in $instance runs already as process $pid; stop it with telephony/local/stop.sh --instance $instance."
    fi
}

launch() {
    local config=$instance/etc/asterisk.conf console=$instance/log/console.log
    # cel_pgsql writes instants without a zone; this makes the server read them as what they are.
    export PGTZ=UTC
    local detach
    # A session of its own, where there is such a command: ctrl-C in the terminal is not meant for the exchange.
    detach=$(command -v setsid || true)
    case $kind in
        native) $detach asterisk -f -C "$config" </dev/null >"$console" 2>&1 & pid=$! ;;
        chroot) launch_from_root "$detach" "$config" </dev/null >"$console" 2>&1 & pid=$! ;;
        docker)
            container=rescueline-asterisk-$sip_port-$ami_port
            docker run -d --rm --name "$container" --network host --user "$(id -u):$(id -g)" -e PGTZ \
                -v "$instance:$instance" -v "$run:$run" "$asterisk_image" -f -C "$config" >/dev/null
            pid=$(docker inspect -f '{{.State.Pid}}' "$container") ;;
    esac
}

# Replaces the subshell, so that the process id is Asterisk's own.
launch_from_root() {
    # shellcheck disable=SC2086  # no word at all where there is no such command
    exec $1 "$(root_loader "$root")" --library-path "$(root_library_dir "$root")" "$root/usr/sbin/asterisk" -f -C "$2"
}

write_instance_properties() {
    {
        echo "pid=$pid"
        echo "asterisk.kind=$kind"
        echo "asterisk.root=$root"
        echo "container=${container:-}"
        echo "run=$run"
        echo "pbx=$pbx"
        echo "sip.port=$sip_port"
        echo "ami.port=$ami_port"
        echo "web.port=$web_port"
    } >"$instance/instance.properties"
}

is_alive() {
    if [ "$kind" = docker ]; then
        docker inspect "$container" >/dev/null 2>&1
    else
        # Our own child, which may not have become Asterisk yet: only that it lives is asked.
        kill -0 "$pid" 2>/dev/null
    fi
}

wait_until_booted() {
    local tries=0
    until "$here/cli.sh" --instance "$instance" "core waitfullybooted" >/dev/null 2>&1; do
        is_alive || stop_with "Asterisk ended while starting; its last words are in $instance/log/console.log and $instance/log/messages."
        tries=$((tries + 1))
        if [ $tries -gt 600 ]; then
            "$here/stop.sh" --instance "$instance" --kill yes >/dev/null 2>&1
            stop_with "Asterisk did not boot within a minute; see $instance/log/messages."
        fi
        sleep 0.1
    done
    if grep -q -i -E "address already in use|unable to bind|could not (be )?(start|bind)" "$instance/log/messages" 2>/dev/null; then
        "$here/stop.sh" --instance "$instance" >/dev/null 2>&1
        stop_with "Another program uses SIP port $sip_port or AMI port $ami_port; choose others."
    fi
}

check_options
find_tools
make_directories
refuse_when_running
make_data
make_silence
render_all
rm -f "$instance/log/messages"
launch
write_instance_properties
wait_until_booted
echo "$pid"
