package org.rescueline.vehicle.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.rescueline.vehicle.VehicleView;

/** Lays a patch over a vehicle as it stands (RFC 7396, for the top level: lists and the owner are replaced whole). */
@Singleton
class VehicleForms {
    private final ObjectMapper json;

    VehicleForms(ObjectMapper json) {
        this.json = json;
    }

    VehicleForm patched(VehicleView current, ObjectNode patch) throws JsonProcessingException {
        ObjectNode form = json.valueToTree(VehicleForm.of(current));
        form.setAll(patch);
        return json.treeToValue(form, VehicleForm.class);
    }
}
