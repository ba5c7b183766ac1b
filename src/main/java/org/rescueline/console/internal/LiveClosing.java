package org.rescueline.console.internal;

/** Why the server closes a page's line: WebSocket close codes, mostly from the range for applications (RFC 6455, 7.4.2). */
public enum LiveClosing {
    /** This node stops: come back, to it or to another (RFC 6455's registry, code 1012). */
    NODE_STOPS(1012, "node stops"),
    /** The session ended: sign in again. */
    SIGNED_OUT(4401, "signed out"),
    /** The page took no messages for too long: come back and resume. */
    TOO_SLOW(4408, "too slow"),
    /** Roles or extension changed: come back, the feed is another one now. */
    RIGHTS_CHANGED(4409, "rights changed"),
    /** The page said nothing for too long. */
    SILENT(4410, "silent");

    private final int code;
    private final String text;

    LiveClosing(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The code in the close frame. */
    public int code() {
        return code;
    }

    /** The reason in the close frame, for whoever reads a trace. */
    public String text() {
        return text;
    }
}
