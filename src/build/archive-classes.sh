#!/usr/bin/env bash
# archive-classes.sh TARGET: starts the packaged program once over a directory of its own and keeps its classes as the
# virtual machine laid them out (TARGET/quarkus-app/classes.*). Starts after that are shorter. Whatever goes wrong here is
# said in one sentence and breaks no build: the program starts without the archive.
set -uo pipefail

target=$(cd "$1" && pwd -P)
app=$target/quarkus-app
work=$target/class-archive
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
seconds=180

leave_out() {
    echo "No class archive, so starts take longer: $1; see $work"
    rm -rf "$app"/classes.*
    exit 0
}

rm -rf "$work" "$app"/classes.*
mkdir -p "$work"
cd "$work" || exit 0
[[ $(uname -s) == Linux ]] || leave_out "it is made on Linux only"
"$java" "$here/PlainClassPath.java" "$app" >jars.log 2>&1 || leave_out "the class path could not be made"

# Level 1: the dump at the end reads classes, not what was compiled.
"$java" -XX:ArchiveClassesAtExit="$app/classes.jsa" -Xlog:disable -Xlog:all=error:stderr -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    -Drescueline.start.tuned=false -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -Drescueline.data-dir="$work/data" -Drescueline.embedded.software-dir="$target/embedded/software" \
    -Drescueline.embedded.database-port=0 -Drescueline.embedded.redis-port=0 \
    -Dquarkus.http.port=0 -Drescueline.gps.port=0 -Drescueline.gps.udp-port=-1 -Drescueline.telephony.agi-port=0 \
    -Drescueline.demo.enabled=true -jar "$app/classes.jar" >start.log 2>&1 &
pid=$!
trap 'kill "$pid" 2>/dev/null' EXIT
until grep -q 'Listening on' start.log; do
    kill -0 "$pid" 2>/dev/null || leave_out "the program ended"
    ((SECONDS < seconds)) || leave_out "the program was not up after $seconds s"
    sleep 0.2
done
kill "$pid"
wait "$pid"
[[ -s $app/classes.jsa ]] || leave_out "the virtual machine wrote none"
mv "$app/classes.key.new" "$app/classes.key"
rm -rf "$work/data"
echo "Class archive: $(du -m "$app/classes.jsa" | cut -f1) MiB after ${SECONDS} s"
