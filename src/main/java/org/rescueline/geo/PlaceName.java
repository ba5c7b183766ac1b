package org.rescueline.geo;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The county a place lies in, by its Chinese names. Names are data and stand as they are in every language.
 *
 * @param code administrative division code (GB/T 2260), six digits
 * @param province such as {@code 陕西省}
 * @param city such as {@code 渭南市}; the province's own name in a municipality, the county's where it answers to the
 *     province directly
 * @param county such as {@code 华阴市}
 */
public record PlaceName(String code, String province, String city, String county) {

    /** The names in one, from the widest to the narrowest, none twice: {@code 陕西省渭南市华阴市}. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String text() {
        var text = new StringBuilder(province);
        if (!city.equals(province)) {
            text.append(city);
        }
        return county.equals(city) ? text.toString() : text.append(county).toString();
    }
}
