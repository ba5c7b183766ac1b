package org.rescueline.telephony.internal.recording;

import java.io.IOException;

/** A file in the spool is not sound as the switch writes it. */
final class UnreadableSoundException extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableSoundException(String why) {
        super(why);
    }
}
