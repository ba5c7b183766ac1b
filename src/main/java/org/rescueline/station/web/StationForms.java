package org.rescueline.station.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.rescueline.shared.Failure;
import org.rescueline.station.StationView;

/** Lays a patch over a station as it stands (RFC 7396, for the top level: lists are replaced whole). */
@Singleton
class StationForms {

    private final ObjectMapper json;

    StationForms(ObjectMapper json) {
        this.json = json;
    }

    StationForm patched(StationView current, ObjectNode patch) throws JsonProcessingException {
        // Another datum for degrees that were given in WGS-84 would move the station.
        if (patch.has("datum") && !(patch.has("latitude") && patch.has("longitude"))) {
            throw Failure.invalid("datum", "station.datum-without-degrees");
        }
        ObjectNode form = json.valueToTree(StationForm.of(current));
        form.setAll(patch);
        return json.treeToValue(form, StationForm.class);
    }
}
