package org.rescueline.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressBucketTest {

    @Test
    void keepsAnIpv4AddressAsItIs() {
        assertThat(AddressBucket.of("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void countsAllOfOneIpv6NetworkTogether() {
        assertThat(AddressBucket.of("2001:db8:1:2::5")).isEqualTo(AddressBucket.of("2001:db8:1:2:ffff::9"));
    }

    @Test
    void tellsTwoIpv6NetworksApart() {
        assertThat(AddressBucket.of("2001:db8:1:2::5")).isNotEqualTo(AddressBucket.of("2001:db8:1:3::5"));
    }

    @Test
    void tellsIpv4CallersApartThatComeThroughAnIpv6Socket() {
        assertThat(AddressBucket.of("::ffff:203.0.113.7")).isNotEqualTo(AddressBucket.of("::ffff:203.0.113.8"));
    }

    @Test
    void putsWhatHasNoAddressTogether() {
        assertThat(AddressBucket.of(null)).isEqualTo("unknown");
    }
}
