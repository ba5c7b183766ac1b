package org.rescueline.testkit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.rescueline.shared.embedded.EmbeddedPostgres;

/**
 * A whole centre of which a test may take any part away: the packaged service, a PostgreSQL that outlives it, a real
 * Asterisk that writes its record of calls into that database, and between service and switch a {@link CutLine}.
 */
public final class TestCentre implements AutoCloseable {

    /** How long anything may take that a test waits for. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private final OutlivingDatabase database;
    private final AsteriskInstance exchange;
    private final CutLine line;
    private final RunningService service;

    private TestCentre(String name, Map<String, String> extra, UnaryOperator<AsteriskInstance> furnish) {
        database = new OutlivingDatabase(name);
        exchange = furnish.apply(AsteriskInstance.prepare(name)
                .recordingInto(database.port(), EmbeddedPostgres.DATABASE, "asterisk_cel"));
        line = new CutLine(exchange.amiPort());
        var configuration = database.configuration();
        configuration.put("rescueline.telephony.enabled", "true");
        configuration.put("rescueline.telephony.ami.port", Integer.toString(line.port()));
        configuration.put("rescueline.telephony.ami.secret", AsteriskInstance.SECRET);
        configuration.put("rescueline.telephony.ami.longest-reconnect-pause", "PT1S");
        configuration.put("rescueline.telephony.cel.interval", "PT2S");
        configuration.put("rescueline.telephony.cel.settled", "PT0.5S");
        configuration.put("rescueline.telephony.cel.file", exchange.recordFile().toString());
        configuration.putAll(extra);
        service = RunningService.prepare(name, configuration);
    }

    /**
     * Starts all of it and waits until the service has found the switch.
     *
     * @param name of its directories; one test class, one name
     * @param extra configuration keys of the service
     */
    public static TestCentre start(String name, Map<String, String> extra) {
        return start(name, extra, UnaryOperator.identity());
    }

    /**
     * The same with a switch of its own kind.
     *
     * @param furnish sets further options of the switch before it starts
     */
    public static TestCentre start(String name, Map<String, String> extra, UnaryOperator<AsteriskInstance> furnish) {
        var centre = new TestCentre(name, extra, furnish);
        centre.service.start();
        centre.database.makeRecordRole();
        centre.exchange.start();
        centre.awaitAttached();
        return centre;
    }

    /** The packaged service. */
    public RunningService service() {
        return service;
    }

    /** The switch. */
    public AsteriskInstance exchange() {
        return exchange;
    }

    /** The line over which the service speaks to the switch. */
    public CutLine line() {
        return line;
    }

    /** Waits until the service has found the switch. */
    public void awaitAttached() {
        await().atMost(PATIENCE).until(() -> service.find("/q/health/ready")
                .filter(answer -> answer.body().contains("ASTERISK"))
                .isPresent());
    }

    /** The database, which outlives the service. */
    public OutlivingDatabase database() {
        return database;
    }

    @Override
    public void close() {
        service.close();
        exchange.close();
        database.close();
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
