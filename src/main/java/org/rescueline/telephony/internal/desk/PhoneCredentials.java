package org.rescueline.telephony.internal.desk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.DeskPhone;
import org.rescueline.telephony.SignOn;
import org.rescueline.telephony.TelephonyConfig;

/**
 * Hands out what a browser phone signs on with: 256 random bits, for one session at one desk. Kept is the hash with which the
 * switch checks a digest; the switch reads it through the view {@code phone_sign_on}, which shows no row whose
 * lifetime, session or desk is over. A newer secret replaces the older one at once.
 */
@ApplicationScoped
public class PhoneCredentials {

    /** As the view names it; it is part of the hash. */
    static final String REALM = "rescueline";

    private static final int SECRET_BYTES = 32;

    private final Pool pool;
    private final TelephonyConfig.Phone config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PhoneCredentials(Pool pool, TelephonyConfig config, Clock clock) {
        this.pool = pool;
        this.config = config.phone();
        this.clock = clock;
    }

    /** Whether there are browser phones at all. */
    public Optional<URI> socket() {
        return config.socket();
    }

    /** A new secret for the page that holds the desk. Fails as CONFLICT when it does not, or when there are no such phones. */
    public Uni<SignOn> issue(DeskFlow.Page page) {
        var socket = config.socket().orElseThrow(() -> Failure.conflict("telephony.browser-phone-off"));
        var username = DeskPhone.BROWSER.endpointOf(page.extension());
        var secret = secret();
        var now = Instant.ofEpochMilli(clock.millis());
        var until = now.plus(config.credentialLifetime());
        return store(page, ha1(username, secret), now, until).map(stored -> {
            if (!stored) {
                throw Failure.conflict("telephony.desk-lost");
            }
            return new SignOn(
                    socket,
                    "sip:" + username + "@" + socket.getHost(),
                    username,
                    secret,
                    REALM,
                    until,
                    config.iceServers().orElse(List.of()));
        });
    }

    private Uni<Boolean> store(DeskFlow.Page page, String ha1, Instant at, Instant until) {
        return pool.preparedQuery("""
                        insert into phone_credential (extension, session_key, ha1, issued_at, expires_at)
                        select extension, session_key, $4, $5, $6 from operator_desk
                         where extension = $1 and page_id = $2 and session_key = $3 and phone = 'BROWSER' and stale_at is null
                        on conflict (extension) do update
                           set session_key = excluded.session_key, ha1 = excluded.ha1, issued_at = excluded.issued_at,
                               expires_at = excluded.expires_at""")
                .execute(Tuple.of(
                        page.extension(), page.pageId(), page.sessionKey(), ha1, Desk.utc(at), Desk.utc(until)))
                .map(rows -> rows.rowCount() == 1);
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** HA1 of RFC 2617, section 3.2.2.2. MD5 is what SIP phones speak; the secret itself has 256 bits. */
    static String ha1(String username, String secret) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            var text = username + ":" + REALM + ":" + secret;
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
