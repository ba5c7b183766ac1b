package org.rescueline.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of who may call what, as it is written in {@code role-matrix.txt}. */
final class RoleMatrix {

    /** Stands in the table for an endpoint that needs no sign-in. */
    static final String EVERYONE = "everyone";

    private static final Path FILE = Path.of("src", "test", "resources", "security", "role-matrix.txt");

    private final Map<Endpoint, Set<String>> allowed;

    private RoleMatrix(Map<Endpoint, Set<String>> allowed) {
        this.allowed = allowed;
    }

    static RoleMatrix read() throws IOException {
        var allowed = new TreeMap<Endpoint, Set<String>>();
        for (var line : Files.readAllLines(FILE)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var words = line.strip().split("\\s+");
            var who = Arrays.stream(words).skip(2).collect(Collectors.toSet());
            if (allowed.put(new Endpoint(words[0], words[1]), who) != null) {
                throw new IllegalStateException("Twice in " + FILE + ": " + line);
            }
        }
        return new RoleMatrix(allowed);
    }

    Set<Endpoint> endpoints() {
        return allowed.keySet();
    }

    Set<String> words() {
        return allowed.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    boolean admits(Endpoint endpoint, String role) {
        var who = allowed.get(endpoint);
        return who.contains(EVERYONE) || who.contains(role);
    }
}
