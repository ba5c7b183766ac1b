package org.rescueline.telephony;

/** Which telephone an operator uses. */
public enum DeskPhone {
    /** The one in the browser, over WebRTC; on the switch its endpoint is {@code 1001-web}. */
    BROWSER,
    /** The one on the desk; on the switch its endpoint is {@code 1001}. */
    DESK;

    /** What a browser phone's endpoint has after the extension. */
    private static final String BROWSER_SUFFIX = "-web";

    /** The switch's endpoint of this phone at an extension. */
    public String endpointOf(String extension) {
        return this == BROWSER ? extension + BROWSER_SUFFIX : extension;
    }
}
