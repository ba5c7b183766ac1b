package org.rescueline.telephony;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What a browser phone needs to sign on with the switch. Handed out once and stored only as a hash.
 *
 * @param socket the switch's WebSocket
 * @param uri the phone's own SIP address
 * @param realm what the secret is for
 * @param expiresAt after this the secret is refused; the page fetches a new one before. It dies earlier with the session
 * @param iceServers STUN and TURN, where sound has to cross a NAT
 */
public record SignOn(
        URI socket,
        String uri,
        String username,
        String secret,
        String realm,
        Instant expiresAt,
        List<String> iceServers) {

    public SignOn {
        iceServers = List.copyOf(iceServers);
    }

    @Override
    public String toString() {
        return "SignOn[" + uri + " until " + expiresAt + "]";
    }
}
