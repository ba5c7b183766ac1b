package org.rescueline.event.internal;

import java.util.Optional;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallView;

/** Which end of a call is the customer. */
final class CustomerOf {

    private CustomerOf() {}

    /** The customer's number; absent when it was withheld or is none, such as an extension's. */
    static Optional<PhoneNumber> call(CallView call) {
        return PhoneNumber.find(call.direction() == CallDirection.INBOUND ? call.callerNumber() : call.dialedNumber());
    }
}
