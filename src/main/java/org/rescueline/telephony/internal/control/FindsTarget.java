package org.rescueline.telephony.internal.control;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Failure;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.DeskPhone;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.desk.DeskStore;
import org.rescueline.telephony.internal.dial.DialPolicy;

/**
 * Reads whom an operator wants to bring in: a colleague's extension, at the phone that one uses now, or a number to the
 * outside that the dialling policy allows. Anything else is refused here and never reaches the switch.
 */
@ApplicationScoped
class FindsTarget {

    private static final Pattern EXTENSION = Pattern.compile("1[0-9]{3}");

    private final DeskStore desks;
    private final DialPolicy policy;
    private final TelephonyConfig.Dial config;

    FindsTarget(DeskStore desks, DialPolicy policy, TelephonyConfig config) {
        this.desks = desks;
        this.policy = policy;
        this.config = config.dial();
    }

    /** The target; fails as INVALID for what is neither, as DENIED for a number that may not be rung. */
    Uni<CallTarget> find(String text, CallView call, Viewer by) {
        if (isExtension(text)) {
            return colleague(text, by);
        }
        var number = PhoneNumber.parse("target", text);
        return policy.require(number, by)
                .replaceWith(() -> new CallTarget(dialled(number, config.trunk()), hotlineOf(call), number.e164()));
    }

    static boolean isExtension(String text) {
        return EXTENSION.matcher(text).matches();
    }

    static String dialled(PhoneNumber number, String trunk) {
        return "PJSIP/" + number.dialable() + "@" + trunk;
    }

    private Uni<CallTarget> colleague(String extension, Viewer by) {
        if (by.extension().filter(extension::equals).isPresent()) {
            throw Failure.conflict("telephony.target-is-you", Map.of("extension", extension));
        }
        return phoneAt(extension);
    }

    /** The phone in use at an extension; the one on the desk where nobody has signed on. */
    Uni<CallTarget> phoneAt(String extension) {
        return desks.find(extension)
                .map(desk -> desk.map(it -> it.endpoint()).orElseGet(() -> DeskPhone.DESK.endpointOf(extension)))
                .map(endpoint -> new CallTarget("PJSIP/" + endpoint, "", extension));
    }

    /** The hotline number the customer rang, or was shown. */
    private String hotlineOf(CallView call) {
        var line = call.direction() == CallDirection.INBOUND ? call.dialedNumber() : call.callerNumber();
        return Optional.ofNullable(line)
                .flatMap(PhoneNumber::find)
                .map(PhoneNumber::dialable)
                .filter(config.callerIds()::contains)
                .orElseGet(() -> config.callerIds().get(0));
    }
}
