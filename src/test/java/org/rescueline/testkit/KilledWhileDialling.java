package org.rescueline.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The moments at which a service that rings people can die, each brought about for certain: at a barrier in the database,
 * by a line that loses what is said, or while a telephone rings that counts its calls. And what must hold afterwards: the
 * switch's own record and the telephone itself tell how often it rang.
 */
public final class KilledWhileDialling implements AutoCloseable {

    /** Customers and duty phones are rung over the carrier, our own desks are not. */
    private static final String CHANNELS_OUTSIDE =
            "select count(distinct uniqueid) from cel where eventtype = 'CHAN_START'"
                    + " and channame like 'PJSIP/outbound-%' and eventtime > '";

    private final TestCentre centre;
    private Sipp outside;
    private Instant since = Instant.EPOCH;

    private KilledWhileDialling(TestCentre centre) {
        this.centre = centre;
    }

    /**
     * Starts a centre whose room looks for lost orders as soon as it safely can.
     *
     * @param room whose configuration says how long an order may be on its way
     */
    public static KilledWhileDialling start(String name, String room) {
        var configuration = new HashMap<>(WebPerson.SIGN_IN);
        configuration.put("rescueline." + room + ".order-within", "PT3S");
        configuration.put("rescueline." + room + ".switch-timeout", "PT5S");
        configuration.put("rescueline." + room + ".sweep-after", "PT9S");
        configuration.put("rescueline." + room + ".sweep-every", "PT2S");
        configuration.put("rescueline." + room + ".ring-timeout", "PT6S");
        return new KilledWhileDialling(TestCentre.start(name, configuration));
    }

    /** The centre. */
    public TestCentre centre() {
        return centre;
    }

    /** The telephone outside that every call ends at; it rings for a while and answers. */
    public void outsideAnswersAfter(Duration ringing) {
        outside("phone-answers", Map.of("answer_ms", ringing.toMillis(), "talk_ms", 2_000L));
    }

    /** The telephone outside rings out. */
    public void outsideRingsOut() {
        outside("phone-rings-out", Map.of());
    }

    /** Forgets former calls. */
    public void forget() {
        centre.awaitAttached();
        since = Instant.now();
    }

    /** Dies after the claim was committed and before the order was even written down at the telephones' room. */
    public void dieBetweenClaimAndOrder(Runnable asks, String claimed) {
        centre.database().whileNobodyWrites("dial_attempt", () -> {
            var asking = CompletableFuture.runAsync(asks);
            centre.database().awaitCount(claimed, 1);
            die(asking);
        });
    }

    /** Dies after the order was written down and sent, of which the switch heard nothing. */
    public void dieBeforeTheSwitchHears(Runnable asks) {
        centre.line().swallow();
        var asking = CompletableFuture.runAsync(asks);
        centre.database().awaitCount("select count(*) from dial_attempt where result is null", 1);
        die(asking);
        centre.line().mend();
    }

    /** Dies while the telephone outside rings, and the ledger knows that it does: the switch's record does not tell. */
    public void dieWhileItRings(Runnable asks) {
        var asking = CompletableFuture.runAsync(asks);
        await().atMost(TestCentre.PATIENCE).until(() -> outside.calls() == 1);
        centre.database().awaitCount(
                "select count(*) from call_leg where channel like 'PJSIP/outbound-%' and ringing_at is not null", 1);
        die(asking);
    }

    /** The service is there again and has found the switch. */
    public void comeBack() {
        centre.service().start();
        centre.awaitAttached();
    }

    /** How often the telephone outside was rung, as it counted itself. */
    public int ringsOutside() {
        return outside.calls();
    }

    /** How often the switch opened a channel to the outside, as it wrote down itself. */
    public long channelsOutside() {
        return centre.database().count(CHANNELS_OUTSIDE + since + "'");
    }

    /** The telephone goes; its port is free. */
    public void hangUp() {
        if (outside != null) {
            outside.close();
        }
    }

    @Override
    public void close() {
        centre.close();
    }

    private void outside(String scenario, Map<String, Long> settings) {
        outside = Sipp.counting(centre.exchange(), centre.exchange().carrier(), scenario, settings);
    }

    private void die(CompletableFuture<Void> asking) {
        centre.service().kill9();
        // Whoever asked gets an answer or a broken connection; both are right.
        asking.handle((answered, broken) -> answered).join();
    }
}
