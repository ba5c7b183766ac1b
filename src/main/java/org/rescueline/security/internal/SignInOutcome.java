package org.rescueline.security.internal;

import java.time.Duration;
import org.rescueline.security.UserView;

/** How a try to sign in ended. */
public sealed interface SignInOutcome {

    /** The password was right. */
    record SignedIn(UserView user, SecretToken token) implements SignInOutcome {}

    /** Unknown account, wrong password or an account that is switched off: the answer does not say which. */
    record Refused() implements SignInOutcome {}

    /** Too many wrong passwords; the next try is looked at after {@code delay}. */
    record Throttled(Duration delay) implements SignInOutcome {}
}
