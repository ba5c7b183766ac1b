package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.telephony.internal.cel.RecordedLines;
import org.rescueline.telephony.manager.CapturedCase;
import org.rescueline.telephony.manager.ScriptedManager;

/** From the manager's events on a socket to the ledger in PostgreSQL and the facts for the rooms above. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class LedgerBridgeTest {

    private static final CapturedCase ANSWERED = lately("answered-400");
    private static final CapturedCase ABANDONED = lately("abandoned-bye");

    @Inject
    TelephonyService telephony;

    @Inject
    ToldFacts told;

    @Inject
    Pool pool;

    private final String pbx = "t-" + UUID.randomUUID();
    private ScriptedManager manager;

    @BeforeEach
    void attach() throws IOException {
        manager = new ScriptedManager();
        telephony.attach(manager.address(pbx));
        awaitConnected();
    }

    @AfterEach
    void close() throws IOException {
        manager.close();
        RecordedLines.clear(pool);
    }

    @Test
    void recordsAnAnsweredCallWithEveryInstantAndTellsItInOrder() {
        // Given
        var events = ANSWERED.events();

        // When
        events.forEach(manager::tell);

        // Then
        var call = awaitOne(CallState.ENDED);
        assertThat(call.callerNumber()).isEqualTo("+8613800138001");
        assertThat(call.dialedNumber()).isEqualTo("4008809818");
        assertThat(call.operatorExtension()).isEqualTo("1001");
        assertThat(call.offeredAt()).isBeforeOrEqualTo(call.queuedAt());
        assertThat(call.queuedAt()).isBeforeOrEqualTo(call.ringingAt());
        assertThat(call.ringingAt()).isBefore(call.answeredAt());
        assertThat(call.answeredAt()).isBefore(call.endedAt());
        assertThat(call.legs()).extracting(CallLegView::role).containsExactly(LegRole.CALLER, LegRole.OPERATOR);
        assertThat(call.rebuilt()).isFalse();
        await().atMost(Ledgers.PATIENCE).untilAsserted(() -> assertThat(factsOf(call))
                .containsSubsequence("CallOffered", "CallAnswered", "CallEnded"));
        await().atMost(Ledgers.PATIENCE).untilAsserted(() -> assertThat(told.delivered(CallAnswered.class))
                .filteredOn(fact -> fact.callId().equals(call.id()))
                .hasSize(1));
        assertThat(Ledgers.get(telephony::listLive)).isEmpty();
    }

    @Test
    void changesAndTellsNothingWhenEverythingIsToldAgain() {
        // Given
        ANSWERED.events().forEach(manager::tell);
        var before = awaitOne(CallState.ENDED);
        await().atMost(Ledgers.PATIENCE).until(() -> factsOf(before).contains("CallEnded"));
        var facts = factsOf(before);

        // When
        ANSWERED.events().forEach(manager::tell);
        manager.tell(ABANDONED.events().get(0));

        // Then
        await().atMost(Ledgers.PATIENCE).until(() -> Ledgers.of(telephony, pbx).size() == 2);
        assertThat(Ledgers.of(telephony, pbx)).contains(before);
        assertThat(factsOf(before)).isEqualTo(facts);
    }

    @Test
    void putsAnAbandonedCallThroughTheOutbox() {
        // Given
        var events = ABANDONED.events();

        // When
        events.forEach(manager::tell);

        // Then
        var call = awaitOne(CallState.ABANDONED);
        assertThat(call.abandonedAt()).isNotNull();
        await().atMost(Ledgers.PATIENCE).untilAsserted(() -> assertThat(told.delivered(CallAbandoned.class))
                .filteredOn(fact -> fact.callId().equals(call.id()))
                .hasSize(1));
    }

    @Test
    void showsTheCallerWhoWaitsWhileItRings() {
        // Given
        var untilItRings = ABANDONED.events().stream()
                .takeWhile(event -> !event.startsWith("Event: Hangup"))
                .toList();

        // When
        untilItRings.forEach(manager::tell);

        // Then
        var call = awaitOne(CallState.RINGING);
        assertThat(call.ringingExtensions()).containsExactly("1001");
        await().atMost(Ledgers.PATIENCE).until(() -> telephony.waitingCalls() == 1);
        await().atMost(Ledgers.PATIENCE).until(() -> factsOf(call).contains("CallRinging"));
    }

    @Test
    void mendsACallOfWhichTheEndWasNeverTold() {
        // Given
        var events = ANSWERED.events();
        events.subList(0, events.size() / 2).forEach(manager::tell);
        await().atMost(Ledgers.PATIENCE).until(() -> !Ledgers.of(telephony, pbx).isEmpty());
        manager.refuse(true);
        manager.cut();
        RecordedLines.insert(pool, ANSWERED);

        // When
        manager.refuse(false);

        // Then
        var call = awaitOne(CallState.ENDED);
        assertThat(call.rebuilt()).isTrue();
        assertThat(call.operatorExtension()).isEqualTo("1001");
        assertThat(call.hangupCause()).isEqualTo(16);
    }

    @Test
    void learnsOfACallThatCameAndWentWhileNobodyListened() {
        // Given
        manager.refuse(true);
        manager.cut();
        await().atMost(Ledgers.PATIENCE).until(() -> !telephony.state().connected());
        RecordedLines.insert(pool, ABANDONED);

        // When
        manager.refuse(false);

        // Then
        var call = awaitOne(CallState.ABANDONED);
        assertThat(call.rebuilt()).isTrue();
        await().atMost(Ledgers.PATIENCE).untilAsserted(() -> assertThat(told.delivered(CallAbandoned.class))
                .filteredOn(fact -> fact.callId().equals(call.id()))
                .hasSize(1));
    }

    @Test
    void endsACallThatTheSwitchNoLongerHasAndOfWhichNoRecordTells() {
        // Given
        ANSWERED.events().subList(0, 4).forEach(manager::tell);
        await().atMost(Ledgers.PATIENCE).until(() -> !Ledgers.of(telephony, pbx).isEmpty());

        // When
        manager.cut();

        // Then
        var call = awaitOne(CallState.ABANDONED);
        assertThat(call.hangupCause()).isNull();
        assertThat(call.rebuilt()).isTrue();
    }

    @Test
    void takesUpCallsThatRunAlreadyWhenItConnects() throws IOException {
        // Given
        manager.close();
        manager = new ScriptedManager();
        manager.channels()
                .add(channel("hotline-9.1", "PJSIP/hotline-trunk-00000009", "Up", "13800138001", "4008809818"));
        manager.channels().add(channel("hotline-9.2", "PJSIP/1001-0000000a", "Ringing", "1001", "s"));
        manager.queueEntries()
                .add(
                        "Queue: hotline\nPosition: 1\nUniqueid: hotline-9.1\nChannel: PJSIP/hotline-trunk-00000009\nWait: 7");

        // When
        telephony.attach(manager.address(pbx));

        // Then
        var call = awaitOne(CallState.RINGING);
        assertThat(call.queuedAt()).isNotNull();
        assertThat(call.ringingExtensions()).containsExactly("1001");
        assertThat(call.dialedNumber()).isEqualTo("4008809818");
    }

    @Test
    void takesASilentSwitchForALostOneAndComesBack() {
        // Given
        manager.fallSilent(true);
        await().atMost(Ledgers.PATIENCE).until(() -> telephony.state().mode() == TelephonyState.Mode.DOWN);

        // When
        manager.fallSilent(false);

        // Then
        awaitConnected();
        assertThat(told.published(TelephonyViewChanged.class)).isNotEmpty();
    }

    private static CapturedCase lately(String name) {
        return new CapturedCase(name).begun(30, Instant.now().getEpochSecond());
    }

    private void awaitConnected() {
        await().atMost(Ledgers.PATIENCE)
                .until(() -> telephony.state().mode() == TelephonyState.Mode.ASTERISK
                        && pbx.equals(telephony.state().pbx()));
    }

    private CallView awaitOne(CallState state) {
        return Ledgers.awaitOne(telephony, pbx, state);
    }

    /** What this room told of a call; what the rooms above make of it comes when it comes. */
    private List<String> factsOf(CallView call) {
        return told.published(Object.class).stream()
                .filter(fact -> fact.getClass().getPackage().equals(CallView.class.getPackage()))
                .filter(fact -> fact.toString().contains("callId=" + call.id()))
                .map(fact -> fact.getClass().getSimpleName())
                .filter(name -> !name.equals("CallChanged"))
                .toList();
    }

    private static String channel(String uniqueid, String name, String state, String caller, String exten) {
        return "Channel: %s\nChannelState: 6\nChannelStateDesc: %s\nCallerIDNum: %s\nExten: %s\nContext: hotline\n"
                        .formatted(name, state, caller, exten)
                + "Uniqueid: %s\nLinkedid: hotline-9.1\nDuration: 00:00:08\nBridgeId: ".formatted(uniqueid);
    }
}
