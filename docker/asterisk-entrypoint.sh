#!/usr/bin/env bash
# Renders the exchange's configuration from the environment, starts it, and ends when it ends.
set -euo pipefail

instance=/var/lib/rescueline-asterisk
tools=/tmp/telephony-tools.properties
printf 'asterisk.kind=native\n' >"$tools"

agents=()
for agent in ${RESCUELINE_AGENTS:-1001 1002}; do
    agents+=(--agent "$agent")
done

/opt/rescueline/telephony/local/start.sh \
    --tools "$tools" --instance "$instance" --sip-bind 0.0.0.0 \
    --ami-secret-env RESCUELINE_TELEPHONY_AMI_SECRET \
    --answer-secret-env RESCUELINE_TELEPHONY_AMI_ANSWER_SECRET \
    --agent-secret-env RESCUELINE_AGENT_SECRET \
    --pg-host "${RESCUELINE_DATABASE_HOST:?}" --pg-db "${RESCUELINE_DATABASE_NAME:-rescueline}" \
    --pg-user "${RESCUELINE_CEL_USER:?}" --pg-password-env RESCUELINE_CEL_PASSWORD \
    --web-port 8088 --web-bind 0.0.0.0 \
    --web-pg-user "${RESCUELINE_PHONE_USER:?}" --web-pg-password-env RESCUELINE_PHONE_PASSWORD \
    --outbound "${RESCUELINE_CARRIER:?the carrier as host:port}" --trunk-from "${RESCUELINE_CARRIER_ADDRESS:?}" \
    --menu "${RESCUELINE_MENU:-yes}" --consent "${RESCUELINE_CONSENT:-yes}" --announce "${RESCUELINE_ANNOUNCE_SECONDS:-30}" \
    --night "${RESCUELINE_NIGHT:-never}" --prompts /opt/rescueline/prompts \
    "${agents[@]}"

pid=$(sed -n 's/^pid=//p' "$instance/instance.properties")
trap '/opt/rescueline/telephony/local/stop.sh --instance "$instance"' TERM INT
tail --pid="$pid" -f /dev/null &
wait $!
