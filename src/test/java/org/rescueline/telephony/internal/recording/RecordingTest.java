package org.rescueline.telephony.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.shared.Ids;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.TelephonyProfile;
import org.rescueline.testkit.Reactively;
import org.rescueline.testkit.SignIn;

/** Recordings from the spool to the listener, and to their end. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class RecordingTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String PBX = TelephonyProfile.SPOOLING_PBX;
    private static final Path SPOOL = TelephonyProfile.SPOOL;
    private static final Path STORE = TelephonyProfile.STORE;

    @Inject
    FetchesRecordings fetches;

    @Inject
    RemovesRecordings removes;

    @Inject
    RecordingStore store;

    @Inject
    TelephonyConfig config;

    @Inject
    MeterRegistry meters;

    @Inject
    Pool pool;

    private final String uniqueid = PBX + "-" + UUID.randomUUID();
    private final Instant anHourAgo = Instant.now().minusSeconds(3600);

    @BeforeEach
    void makeSpool() throws IOException {
        Files.createDirectories(SPOOL);
        try (var left = Files.list(SPOOL)) {
            for (var file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void fetchesTheRecordingOfACallThatIsOver() throws IOException {
        // Given
        var call = call("1001", true);
        var file = recorded(24_000);

        // When
        fetch();

        // Then
        assertThat(file).doesNotExist();
        var listed = recordingsOf(call);
        assertThat(listed.getDouble("[0].durationSeconds")).isEqualTo(3.0);
        assertThat(listed.getInt("[0].channels")).isEqualTo(2);
        assertThat(listed.getString("[0].callId")).isEqualTo(call.toString());
    }

    @Test
    void leavesTheRecordingOfACallThatIsUpOrNotKnownYet() throws IOException {
        // Given
        call("1001", false);
        var up = recorded(8_000);
        var unknown = Sounds.unchangedSince(Sounds.stereo(SPOOL.resolve(PBX + "-unknown.raw"), 8_000, 1, 1), anHourAgo);

        // When
        fetch();

        // Then
        assertThat(up).exists();
        assertThat(unknown).exists();
    }

    @Test
    void throwsAwayAndCountsWhatHoldsNobody() throws IOException {
        // Given
        call("1001", true);
        Sounds.unchangedSince(Sounds.wav(SPOOL.resolve(uniqueid + ".wav"), 0, 0), anHourAgo);
        var raw = recorded(0);
        double before = counted("EMPTY");

        // When
        fetch();

        // Then
        assertThat(raw).doesNotExist();
        assertThat(SPOOL).isEmptyDirectory();
        assertThat(counted("EMPTY") - before).isEqualTo(2);
    }

    @Test
    void doesAgainWhatACrashBetweenCopyAndRowLeft() throws IOException {
        // Given
        var call = call("1001", true);
        var file = SpoolFile.at(PBX, recorded(8_000)).orElseThrow();
        CopiesSound.copy(file.path(), STORE.resolve(file.storedAs()));

        // When
        fetch();

        // Then
        assertThat(file.path()).doesNotExist();
        assertThat(recordingsOf(call).getList("$")).hasSize(1);
        assertThat(filesInStore(file.id())).hasSize(1);
    }

    @Test
    void deletesWhatACrashBetweenRowAndDeletingLeft() throws IOException {
        // Given
        var call = call("1001", true);
        var file = SpoolFile.at(PBX, recorded(8_000)).orElseThrow();
        var stored = CopiesSound.copy(file.path(), STORE.resolve(file.storedAs()));
        store.insert(file, stored, Instant.now()).await().atMost(TIMEOUT);

        // When
        fetch();

        // Then
        assertThat(file.path()).doesNotExist();
        assertThat(recordingsOf(call).getList("$")).hasSize(1);
    }

    @Test
    void leavesAFileThatHasAnotherContentThanTheStoredOne() throws IOException {
        // Given
        var call = call("1001", true);
        recorded(8_000);
        fetch();
        var other = recorded(9_000);

        // When
        fetch();

        // Then
        assertThat(other).exists();
        assertThat(recordingsOf(call).getDouble("[0].durationSeconds")).isEqualTo(1.0);
        var audio = SignIn.as(Role.SUPERVISOR).get("/api/v1/recordings/" + idOf(call) + "/audio");
        assertThat(audio.asByteArray()).hasSize(44 + 8_000 * 4);
    }

    @Test
    void playsTheWholeAndEachPart() throws IOException {
        // Given
        var path = "/api/v1/recordings/" + idOf(fetchedCall("1001")) + "/audio";
        var whole = SignIn.as(Role.SUPERVISOR).get(path);

        // When
        var part = SignIn.as(Role.SUPERVISOR).header("Range", "bytes=44-143").get(path);
        var end = SignIn.as(Role.SUPERVISOR).header("Range", "bytes=-4").get(path);
        var behind =
                SignIn.as(Role.SUPERVISOR).header("Range", "bytes=99999999-").get(path);
        var stale = SignIn.as(Role.SUPERVISOR)
                .header("Range", "bytes=44-143")
                .header("If-Range", "\"another\"")
                .get(path);

        // Then
        var bytes = whole.asByteArray();
        whole.then().statusCode(200).header("Accept-Ranges", "bytes").contentType("audio/wav");
        part.then().statusCode(206).header("Content-Range", "bytes 44-143/" + bytes.length);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 44, 144));
        assertThat(end.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
        behind.then().statusCode(416).header("Content-Range", "bytes */" + bytes.length);
        stale.then().statusCode(200);
    }

    @Test
    void drawsBothSides() throws IOException {
        // Given
        var id = idOf(fetchedCall("1001"));

        // When
        var waveform = SignIn.as(Role.SUPERVISOR).get("/api/v1/recordings/" + id + "/waveform");

        // Then
        waveform.then().statusCode(200).body("channels", hasSize(2)).body("channels[0]", hasSize(Peaks.STRETCHES));
        assertThat(waveform.jsonPath().getInt("channels[0][0]")).isEqualTo(10_000 >> 7);
        assertThat(waveform.jsonPath().getInt("channels[1][599]")).isEqualTo(5_000 >> 7);
    }

    @Test
    void letsAnOperatorHearTheOwnCallsAlone() throws IOException {
        // Given
        var call = fetchedCall("1001");
        var path = "/api/v1/recordings/" + idOf(call) + "/audio";

        // When
        var own = SignIn.at("1001", Role.OPERATOR).get(path);
        var other = SignIn.at("1002", Role.OPERATOR).get(path);
        var otherList = SignIn.at("1002", Role.OPERATOR).get("/api/v1/calls/" + call + "/recordings");

        // Then
        own.then().statusCode(200);
        other.then().statusCode(403).body("code", equalTo("telephony.recording-not-yours"));
        otherList.then().statusCode(403);
    }

    @Test
    void notesEachListeningOnceHoweverManyPartsAreFetched() throws IOException {
        // Given
        var id = idOf(fetchedCall("1001"));
        var path = "/api/v1/recordings/" + id + "/audio";

        // When
        for (var range : List.of("bytes=0-43", "bytes=44-99", "bytes=100-")) {
            SignIn.as(Role.SUPERVISOR).header("Range", range).get(path).then().statusCode(206);
        }
        SignIn.at("1001", Role.OPERATOR).get(path).then().statusCode(200);

        // Then
        var heard = SignIn.as(Role.ADMIN)
                .queryParam("kind", "RECORDING_HEARD")
                .queryParam("size", 100)
                .get("/api/v1/security/audit")
                .jsonPath();
        assertThat(heard.getList("items.findAll { it.subject.startsWith('" + id + "') }.username", String.class))
                .containsExactlyInAnyOrder("supervisor", "operator-1001");
    }

    @Test
    void sendsNoFileFromOutsideTheStoreWhateverTheRowSays() throws IOException {
        // Given
        var id = idOf(fetchedCall("1001"));
        Files.writeString(STORE.resolve("..").resolve("secret.wav"), "not for anybody");
        pool.preparedQuery("update recording set stored_as = '../secret.wav' where id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(TIMEOUT);

        // When
        var answer = SignIn.as(Role.SUPERVISOR).get("/api/v1/recordings/" + id + "/audio");

        // Then
        answer.then().statusCode(502).body("code", equalTo("telephony.recording-missing"));
        pool.preparedQuery("delete from recording where id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(TIMEOUT);
    }

    @Test
    void knowsNoRecordingByAPath() {
        // When
        var answer = SignIn.as(Role.SUPERVISOR).urlEncodingEnabled(false).get("/api/v1/recordings/..%2F..%2Fetc/audio");

        // Then
        assertThat(answer.statusCode()).isIn(400, 404);
    }

    @Test
    void keepsWhatIsHeldAndRemovesItAfterItsRelease() throws IOException {
        // Given
        var call = fetchedCall("1001");
        var id = idOf(call);
        age(id);
        change(id, "hold", "质量纠纷，等裁定").then().statusCode(200).body("held", equalTo(true));
        remove();
        recordingsOf(call, 1).then().body("[0].removedAt", equalTo(null)).body("[0].holdReason", equalTo("质量纠纷，等裁定"));
        change(id, "release", "已裁定").then().statusCode(200).body("keptUntil", notNullValue());

        // When
        remove();

        // Then
        recordingsOf(call, 1).then().body("[0].removedAt", notNullValue());
        SignIn.as(Role.SUPERVISOR)
                .get("/api/v1/recordings/" + id + "/audio")
                .then()
                .statusCode(404);
        assertThat(filesInStore(id)).isEmpty();
    }

    @Test
    void asksForAReasonAndRefusesToHoldTwice() throws IOException {
        // Given
        var id = idOf(fetchedCall("1001"));

        // When
        var without = change(id, "hold", "  ");
        var tooLong = change(id, "hold", "x".repeat(501));
        var first = change(id, "hold", "complaint");
        var second = change(id, "hold", "complaint");
        var operator = SignIn.at("1001", Role.OPERATOR)
                .body(Map.of("reason", "x"))
                .post("/api/v1/recordings/" + id + "/release");

        // Then
        without.then().statusCode(400).body("fields[0].field", equalTo("reason"));
        tooLong.then().statusCode(400);
        first.then().statusCode(200);
        second.then().statusCode(409);
        operator.then().statusCode(403);
    }

    private Path recorded(int frames) throws IOException {
        return Sounds.unchangedSince(Sounds.stereo(SPOOL.resolve(uniqueid + ".raw"), frames, 10_000, 5_000), anHourAgo);
    }

    private UUID fetchedCall(String extension) throws IOException {
        var call = call(extension, true);
        recorded(8_000);
        fetch();
        return call;
    }

    private void fetch() {
        Reactively.get(fetches::fetch);
    }

    private void remove() {
        Reactively.get(removes::remove);
    }

    private static Response recordingsOf(UUID call, int expected) {
        var answer = SignIn.as(Role.SUPERVISOR).get("/api/v1/calls/" + call + "/recordings");
        answer.then().statusCode(200).body("$", hasSize(expected));
        return answer;
    }

    private static JsonPath recordingsOf(UUID call) {
        return recordingsOf(call, 1).jsonPath();
    }

    private static UUID idOf(UUID call) {
        return UUID.fromString(recordingsOf(call).getString("[0].id"));
    }

    private static Response change(UUID id, String how, String reason) {
        return SignIn.as(Role.SUPERVISOR).body(Map.of("reason", reason)).post("/api/v1/recordings/" + id + "/" + how);
    }

    private static List<Path> filesInStore(UUID id) throws IOException {
        try (var files = Files.walk(STORE)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(id.toString()))
                    .toList();
        }
    }

    private double counted(String outcome) {
        return meters.counter("rescueline.telephony.recordings", "outcome", outcome)
                .count();
    }

    private void age(UUID id) {
        var old = Instant.now().minus(config.recordings().retention()).minusSeconds(60);
        pool.preparedQuery("update recording set recorded_at = $2 where id = $1")
                .execute(Tuple.of(id, old.atOffset(ZoneOffset.UTC)))
                .await()
                .atMost(TIMEOUT);
    }

    /** A call that this operator had, with the recorded channel in it. */
    private UUID call(String extension, boolean isOver) {
        var id = Ids.next();
        var at = anHourAgo.atOffset(ZoneOffset.UTC);
        var operator = SignIn.user(extension, Role.OPERATOR);
        pool.preparedQuery("""
                        insert into call (id, pbx, linkedid, direction, state, offered_at, answered_at, ended_at,
                                          operator_id, operator_extension, rebuilt, version)
                        values ($1, $2, $3, 'INBOUND', $4, $5, $5, $6, $7, $8, false, 0)""")
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(PBX)
                        .addString(uniqueid)
                        .addString(isOver ? "ENDED" : "ANSWERED")
                        .addOffsetDateTime(at)
                        .addOffsetDateTime(isOver ? at.plusSeconds(30) : null)
                        .addUUID(operator.id())
                        .addString(extension))
                .await()
                .atMost(TIMEOUT);
        pool.preparedQuery("""
                        insert into call_leg (id, pbx, uniqueid, call_id, linkedid, linked_at, channel, role,
                                              first_seen_at, ended_at, rebuilt, version)
                        values ($1, $2, $3, $4, $3, $5, 'PJSIP/x', 'CALLER', $5, $6, false, 0)""")
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addString(PBX)
                        .addString(uniqueid)
                        .addUUID(id)
                        .addOffsetDateTime(at)
                        .addOffsetDateTime(isOver ? at.plusSeconds(30) : null))
                .await()
                .atMost(TIMEOUT);
        return id;
    }
}
