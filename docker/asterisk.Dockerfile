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
EXPOSE 5060/udp 5038
ENTRYPOINT ["/usr/local/bin/asterisk-entrypoint"]
