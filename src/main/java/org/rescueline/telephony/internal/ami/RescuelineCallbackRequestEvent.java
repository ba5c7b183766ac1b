package org.rescueline.telephony.internal.ami;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the dialplan says when a waiting caller asks to be called back. Asterisk-Java finds the class by its name and fills
 * it by its setters.
 */
public final class RescuelineCallbackRequestEvent extends UserEvent {

    private static final long serialVersionUID = 1;

    private @Nullable String linkedId;

    public RescuelineCallbackRequestEvent(Object source) {
        super(source);
    }

    /** The call. */
    public @Nullable String getLinkedId() {
        return linkedId;
    }

    /** Called by Asterisk-Java. */
    public void setLinkedId(@Nullable String linkedId) {
        this.linkedId = linkedId;
    }
}
