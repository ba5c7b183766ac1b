# The exchange with its configuration rendered at start from telephony/asterisk (see telephony/README.md).
# Build from the top of the repository: docker build -f docker/asterisk.Dockerfile -t rescueline-asterisk .
FROM debian:sid-slim
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends asterisk procps espeak-ng sox \
 && rm -rf /var/lib/apt/lists/*
COPY telephony /opt/rescueline/telephony
RUN /opt/rescueline/telephony/prompts/generate.sh /opt/rescueline/prompts
COPY docker/asterisk-entrypoint.sh /usr/local/bin/asterisk-entrypoint
RUN chmod 0755 /usr/local/bin/asterisk-entrypoint
# The same user as the service's: it fetches the recordings that only their owner may read.
RUN useradd --system --uid 10001 rescueline && install -d -o rescueline -m 0700 /var/lib/rescueline-asterisk
USER rescueline
EXPOSE 5060/udp 8088
ENTRYPOINT ["/usr/local/bin/asterisk-entrypoint"]
