package org.rescueline.telephony;

import java.nio.file.Path;

/**
 * A stored recording as a file to be sent.
 *
 * @param bytes its length
 * @param sha256 of its content, which never changes
 */
public record RecordedSound(Path file, long bytes, String sha256) {}
