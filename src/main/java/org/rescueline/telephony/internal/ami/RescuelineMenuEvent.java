package org.rescueline.telephony.internal.ami;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the dialplan says when a caller has chosen in the menu. Asterisk-Java finds the class by its name and fills
 * it by its setters.
 */
public final class RescuelineMenuEvent extends UserEvent {

    private static final long serialVersionUID = 1;

    private @Nullable String linkedId;
    private @Nullable String choice;

    public RescuelineMenuEvent(Object source) {
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

    /** The key: 1 to 3, or 0 for none. */
    public @Nullable String getChoice() {
        return choice;
    }

    /** Called by Asterisk-Java. */
    public void setChoice(@Nullable String choice) {
        this.choice = choice;
    }
}
