package org.rescueline.security.internal;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.rescueline.security.Role;
import org.rescueline.security.UserView;

/** A user together with the hash of the password, which never leaves this package. */
record Account(UserView user, String passwordHash) {

    static final String COLUMNS =
            "id, username, display_name, password_hash, roles, extension, language, active, version";

    static Account from(Row row) {
        return new Account(userFrom(row), row.getString("password_hash"));
    }

    static UserView userFrom(Row row) {
        return new UserView(
                row.getUUID("id"),
                row.getString("username"),
                row.getString("display_name"),
                rolesFrom(row.getArrayOfStrings("roles")),
                row.getString("extension"),
                row.getString("language"),
                row.getBoolean("active"),
                row.getLong("version"));
    }

    static String[] namesOf(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    private static Set<Role> rolesFrom(String[] names) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
        return roles;
    }

    @Override
    public String toString() {
        return "Account[" + user.username() + "]";
    }
}
