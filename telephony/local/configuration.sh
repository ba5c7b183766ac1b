# shellcheck shell=bash
# Fills the configuration templates for start.sh, whose options it reads. Sourced, not run.
# shellcheck disable=SC2154  # the options are set there

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

agent_sections() {
    local agent name contact
    for agent in $agents; do
        name=${agent%%=*}
        contact=""
        [ "$name" = "$agent" ] || contact="contact = sip:$name@${agent#*=}"
        cat <<END
[$name](desk-phone)
aors = $name
auth = $name
callerid = <$name>

[$name](desk-phone-address)
$contact

[$name](desk-phone-secret)
username = $name
password = $(secret_of "$agent_secret_env" "agent.$name.secret")

END
        [ -z "$web_port" ] || cat <<END
[$name-web](web-phone)
aors = $name-web
auth = $name-web
callerid = <$name>

[$name-web](web-phone-address)

END
    done
}

# member_lines NAME...: queue members, each with the penalty that stands for the skill
member_lines() {
    local agent name
    for agent in "$@"; do
        name=${agent%%=*}
        echo "member = PJSIP/$name,$(penalty_of "$name"),$name,PJSIP/$name"
        [ -z "$web_port" ] || echo "member = PJSIP/$name-web,$(penalty_of "$name"),$name-web,PJSIP/$name-web"
    done
}

penalty_of() {
    local penalty
    for penalty in $penalties; do
        if [ "${penalty%%=*}" = "$1" ]; then
            echo "${penalty#*=}"
            return
        fi
    done
    echo 0
}

# web_modules: what the phones in browsers need; realtime comes first, for PJSIP asks it while it loads.
web_modules() {
    local module
    for module in res_http_websocket res_srtp res_sorcery_realtime res_config_pgsql res_pjsip_transport_websocket; do
        echo "load = $module.so"
    done
}

render_web() {
    export R_WEB_ENABLED=no R_WEB_BIND=$web_bind R_WEB_PORT=${web_port:-8088} R_WEB_TRANSPORT="" R_WEB_MODULES="" R_WEB_SORCERY=""
    export R_WEB_EXTCONFIG="" R_RTP_ICE=no R_WEB_PG_USER=$web_pg_user R_WEB_PG_PASSWORD=""
    [ -n "$web_port" ] || return 0
    R_WEB_ENABLED=yes R_RTP_ICE=yes
    R_WEB_TRANSPORT=$(printf '[transport-ws]\ntype = transport\nprotocol = ws\nbind = %s\n' "$web_bind")
    R_WEB_MODULES=$(web_modules)
    R_WEB_SORCERY="auth = realtime,ps_auths"
    R_WEB_EXTCONFIG="ps_auths => pgsql,$pg_db,phone_sign_on"
    [ -z "$web_pg_password_env" ] || R_WEB_PG_PASSWORD=$(secret_from "$web_pg_password_env")
}

# secret_of ENVIRONMENT_NAME KEY: from the environment when a variable is named, else the one kept for this instance
secret_of() {
    if [ -n "$1" ]; then secret_from "$1"; else kept_secret "$2"; fi
}

render_all() {
    export R_DIR=$instance R_RUN=$run R_MODULES=$modules R_DATA=$data R_SBIN=$sbin R_PBX=$pbx
    export R_SIP_BIND=$sip_bind R_SIP_PORT=$sip_port R_AMI_PORT=$ami_port R_AGI_HOST=$agi_host R_AGI_PORT=$agi_port
    export R_RTP_START=$rtp_start R_RTP_END=$((rtp_start + rtp_count - 1))
    export R_OUTBOUND=$outbound R_RING_SECONDS=$ring_seconds R_QUEUE_SECONDS=$queue_seconds R_OVERFLOW=$overflow
    export R_ANSWERED_BY=$answered_by R_RECORD=$record R_QUALIFY=$qualify R_TIMER_B=$timer_b R_TIMER_T1=$((timer_b / 64))
    export R_PG_HOST=$pg_host R_PG_PORT=$pg_port R_PG_DB=$pg_db R_PG_USER=$pg_user R_PG_PASSWORD="" R_CEL_PGSQL_MODULE=""
    R_AMI_SECRET=$(secret_of "$ami_secret_env" ami.secret)
    R_AMI_ANSWER_SECRET=$(secret_of "$answer_secret_env" ami.answer-secret)
    R_AGENTS=$(agent_sections)
    # shellcheck disable=SC2086  # lists of words
    R_MEMBERS=$(member_lines $agents)
    # shellcheck disable=SC2086
    R_NIGHT_MEMBERS=$(member_lines $night_agents)
    export R_MENU=$menu R_MENU_SECONDS=$menu_seconds R_CONSENT=$consent R_ANNOUNCE=$announce R_NIGHT=$night
    export R_NIGHT_SECONDS=$night_seconds R_NIGHT_MEMBERS
    # The offer comes between two announcements of the place.
    export R_OFFER=$((announce * 3 / 2))
    R_TRUNK_MATCH="match_header = X-Trunk: hotline"
    [ -z "$trunk_from" ] || R_TRUNK_MATCH="match = $trunk_from"
    if [ -n "$pg_host" ]; then
        R_CEL_PGSQL_MODULE="load = cel_pgsql.so"
        [ -z "$pg_password_env" ] || R_PG_PASSWORD=$(secret_from "$pg_password_env")
    fi
    export R_AMI_SECRET R_AMI_ANSWER_SECRET R_AGENTS R_MEMBERS R_TRUNK_MATCH R_PG_PASSWORD R_CEL_PGSQL_MODULE
    render_web
    local template
    for template in "$telephony"/asterisk/*.conf; do
        render "$template" "$instance/etc/$(basename "$template")"
    done
    # Parts of the core that are left as they are; without these files Asterisk logs an error for each.
    for template in acl ccss pjproject queuerules stasis udptl; do
        [ -e "$instance/etc/$template.conf" ] || : >"$instance/etc/$template.conf"
    done
}
