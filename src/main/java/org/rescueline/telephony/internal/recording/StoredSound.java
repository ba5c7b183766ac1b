package org.rescueline.telephony.internal.recording;

/**
 * What was written into the store.
 *
 * @param sha256 of the stored file, hexadecimal
 * @param bytes of the stored file
 * @param peaks as {@link Peaks#bytes()}
 */
record StoredSound(String sha256, long bytes, SoundFormat format, byte[] peaks) {}
