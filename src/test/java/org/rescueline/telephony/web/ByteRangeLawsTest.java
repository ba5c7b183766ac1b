package org.rescueline.telephony.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ByteRangeLawsTest {

    @Property(tries = 500, seed = "42")
    void neverLeavesTheFile(
            @ForAll @LongRange(max = 300) long first,
            @ForAll @LongRange(max = 300) long last,
            @ForAll @LongRange(min = 1, max = 200) long size) {
        // When
        var range = ByteRange.parse("bytes=" + first + "-" + last, size);

        // Then
        range.filter(ByteRange::isSatisfiable).ifPresent(it -> {
            assertThat(it.first()).isBetween(0L, size - 1);
            assertThat(it.last()).isBetween(it.first(), size - 1);
        });
    }
}
