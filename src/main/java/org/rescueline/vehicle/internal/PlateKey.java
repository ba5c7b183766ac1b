package org.rescueline.vehicle.internal;

import java.util.Locale;

/** A number plate without what people write or leave out at will: blanks, dots, hyphens, small letters. */
final class PlateKey {
    private PlateKey() {}

    static String of(String plate) {
        StringBuilder key = new StringBuilder(plate.length());
        plate.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
