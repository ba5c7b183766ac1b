package org.rescueline.event;

import org.jspecify.annotations.Nullable;

/**
 * What an edit says about one field: leave it, or put this there (nothing, to clear it). An autosave names only the
 * fields that were touched.
 *
 * @param isPresent whether the field is touched at all
 * @param value the new value; absent clears the field
 */
public record Edit<T>(boolean isPresent, @Nullable T value) {

    /** Leaves the field as it is. */
    public static <T> Edit<T> keep() {
        return new Edit<>(false, null);
    }

    /** Puts a value there, or clears the field when it is absent. */
    public static <T> Edit<T> to(@Nullable T value) {
        return new Edit<>(true, value);
    }

    /** The field's value after the edit. */
    public @Nullable T over(@Nullable T current) {
        return isPresent ? value : current;
    }
}
