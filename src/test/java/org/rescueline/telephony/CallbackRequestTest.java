package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.telephony.internal.cel.RecordedLines;
import org.rescueline.telephony.manager.CapturedCase;
import org.rescueline.telephony.manager.ScriptedManager;

/** A waiting caller presses the key for a callback: told once, whoever tells of it and however often. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class CallbackRequestTest {

    private static final Pattern ID = Pattern.compile("hotline-[0-9]+\\.[0-9]+");

    @Inject
    TelephonyService telephony;

    @Inject
    ToldFacts told;

    @Inject
    Pool pool;

    private final String pbx = "q-" + UUID.randomUUID();
    private final String linkedid = "hotline-" + UUID.randomUUID();
    private ScriptedManager manager;

    @BeforeEach
    void attach() throws IOException {
        manager = new ScriptedManager();
        telephony.attach(manager.address(pbx));
        await().atMost(Ledgers.PATIENCE)
                .until(() -> telephony.state().connected()
                        && pbx.equals(telephony.state().pbx()));
    }

    @AfterEach
    void close() throws IOException {
        manager.close();
        RecordedLines.clear(pool);
    }

    @Test
    void tellsARequestOnceHoweverOftenTheSwitchSaysIt() {
        // Given
        var events = abandonedCall();
        var request = request();

        // When
        events.subList(0, events.size() - 1).forEach(manager::tell);
        manager.tell(request);
        manager.tell(request);
        manager.tell(events.get(events.size() - 1));
        manager.tell(request);

        // Then
        await().atMost(Ledgers.PATIENCE).until(() -> !requests().isEmpty());
        await().atMost(Ledgers.PATIENCE).until(() -> only().state() == CallState.ABANDONED);
        tellAnotherCallAndWaitForIt();
        assertThat(requests()).singleElement().satisfies(fact -> {
            assertThat(fact.callId()).isEqualTo(only().id());
            assertThat(fact.placeSince()).isEqualTo(only().queuedAt());
        });
    }

    @Test
    void learnsOfARequestThatItDidNotHearFromTheRecord() {
        // Given
        abandonedCall().forEach(manager::tell);
        await().atMost(Ledgers.PATIENCE)
                .until(() -> Ledgers.of(telephony, pbx).stream().anyMatch(it -> it.state() == CallState.ABANDONED));

        // When
        pool.preparedQuery("""
                        insert into cel (eventtime, eventtype, channame, uniqueid, linkedid)
                        values ($1, 'CALLBACK_REQUESTED', 'PJSIP/hotline-trunk-00000006', $2, $2)""")
                .execute(Tuple.of(Instant.now().minusSeconds(3).atOffset(ZoneOffset.UTC), linkedid))
                .await()
                .atMost(Ledgers.PATIENCE);

        // Then
        await().atMost(Ledgers.PATIENCE).until(() -> !requests().isEmpty());
        assertThat(requests()).hasSize(1);
        assertThat(only().callbackRequested()).isTrue();
    }

    @Test
    void keepsWhatTheCallerChoseInTheMenu() {
        // Given
        var events = abandonedCall();

        // When
        events.subList(0, events.size() - 1).forEach(manager::tell);
        manager.tell(
                request().replace("RescuelineCallbackRequest\nPlace: 8", "RescuelineMenu\nChoice: 2\nLanguage: zh"));
        manager.tell(events.get(events.size() - 1));

        // Then
        await().atMost(Ledgers.PATIENCE).until(() -> only().state() == CallState.ABANDONED);
        assertThat(only().choice()).isEqualTo(MenuChoice.SERVICE);
        assertThat(only().callbackRequested()).isFalse();
    }

    @Test
    void learnsWhatTheCallerChoseFromTheRecord() {
        // Given
        abandonedCall().forEach(manager::tell);
        await().atMost(Ledgers.PATIENCE)
                .until(() -> Ledgers.of(telephony, pbx).stream().anyMatch(it -> it.state() == CallState.ABANDONED));

        // When
        pool.preparedQuery("""
                        insert into cel (eventtime, eventtype, channame, uniqueid, linkedid, extra)
                        values ($1, 'MENU_CHOICE', 'PJSIP/hotline-trunk-00000006', $2, $2, '{"extra":"1"}')""")
                .execute(Tuple.of(Instant.now().minusSeconds(3).atOffset(ZoneOffset.UTC), linkedid))
                .await()
                .atMost(Ledgers.PATIENCE);

        // Then
        await().atMost(Ledgers.PATIENCE).until(() -> only().choice() == MenuChoice.RESCUE);
    }

    /** News is told in order, so what would follow of the earlier would have followed by then. */
    private void tellAnotherCallAndWaitForIt() {
        var other = "hotline-" + UUID.randomUUID();
        abandonedCall().stream().map(event -> event.replace(linkedid, other)).forEach(manager::tell);
        await().atMost(Ledgers.PATIENCE).until(() -> told.delivered(CallAbandoned.class).stream()
                .anyMatch(fact -> fact.call().linkedid().equals(other)));
    }

    private List<CallbackRequested> requests() {
        return told.delivered(CallbackRequested.class).stream()
                .filter(fact -> fact.call().linkedid().equals(linkedid))
                .toList();
    }

    private CallView only() {
        return Ledgers.of(telephony, pbx).stream()
                .filter(call -> call.linkedid().equals(linkedid))
                .findFirst()
                .orElseThrow();
    }

    private List<String> abandonedCall() {
        var events = new CapturedCase("abandoned-bye")
                .begun(10, Instant.now().getEpochSecond())
                .events();
        var matcher = ID.matcher(events.get(0));
        if (!matcher.find()) {
            throw new IllegalStateException("no id in the capture");
        }
        var captured = matcher.group();
        var renamed = new ArrayList<String>();
        for (var event : events) {
            renamed.add(event.replace(captured, linkedid));
        }
        return renamed;
    }

    private String request() {
        return "Event: UserEvent\nPrivilege: user,all\nTimestamp: "
                + Instant.now().getEpochSecond() + ".000000\n"
                + "SystemName: hotline\nChannel: PJSIP/hotline-trunk-00000006\nChannelState: 6\n"
                + "CallerIDNum: 13800138001\nContext: queue-keys\nExten: 1\nPriority: 2\nUniqueid: " + linkedid
                + "\nLinkedid: " + linkedid + "\nUserEvent: RescuelineCallbackRequest\nPlace: 8";
    }
}
