package org.rescueline.station.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rescueline.shared.Ids;

/** Station forms as a client would send them; each has a code of its own. */
final class Forms {

    private Forms() {}

    static Map<String, Object> station(double latitude, double longitude) {
        var form = new HashMap<String, Object>();
        form.put("code", "T" + Ids.next().toString().substring(9));
        form.put("name", "演示华州站");
        form.put("officeCode", "TEST-NW");
        form.put("officeName", "演示西北办事处");
        form.put("status", "ACTIVE");
        form.put("starGrade", 4);
        form.put("headName", "演示站长01");
        form.put("headPhone", "13900000021");
        form.put("dutyPhones", List.of(Map.of("number", "0913-5550123", "label", "前台", "primary", true)));
        form.put("address", "演示县 310 国道 1 号");
        form.put("latitude", latitude);
        form.put("longitude", longitude);
        form.put("capabilities", List.of("CHASSIS", "ENGINE_WEICHAI"));
        form.put("nightOpening", true);
        form.put("rescueVans", 2);
        form.put("technicians", 6);
        return form;
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var other = new HashMap<>(form);
        other.put(field, value);
        return other;
    }
}
