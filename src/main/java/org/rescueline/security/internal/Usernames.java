package org.rescueline.security.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a username looks like. */
final class Usernames {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
    private static final int LONGEST = 64;

    private Usernames() {}

    /** Full-width letters, capitals and blanks around come from keyboards, not from intentions. */
    static String normalise(String typed) {
        var text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    static boolean isValid(String username) {
        return FORM.matcher(username).matches();
    }
}
