package org.rescueline.demo.staff;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NewUser;
import org.rescueline.security.Role;
import org.rescueline.security.SecurityService;
import org.rescueline.security.UserView;

/** The people of the demo: four accounts for visitors, seven simulated colleagues. Their password is public. */
@Singleton
public class DemoAccounts {

    /** The telephones on visitors' desks. */
    public static final List<String> DESK_EXTENSIONS = List.of("1001");

    /** The telephones that simulated colleagues answer. */
    public static final List<String> COLLEAGUE_EXTENSIONS = List.of("1101", "1102", "1103", "1104", "1105", "1106");

    /** The simulated dispatcher's name. */
    static final String DISPATCHER = "demo-dispatcher";

    private static final String PASSWORD = "demo";

    private static final List<NewUser> USERS = List.of(
            user("operator", "演示坐席01", Role.OPERATOR, "1001"),
            user("dispatcher", "演示派单员01", Role.DISPATCHER, "1002"),
            user("supervisor", "演示值班长01", Role.SUPERVISOR, "1003"),
            user("admin", "演示管理员01", Role.ADMIN, null),
            user("demo-operator-11", "演示坐席11", Role.OPERATOR, "1101"),
            user("demo-operator-12", "演示坐席12", Role.OPERATOR, "1102"),
            user("demo-operator-13", "演示坐席13", Role.OPERATOR, "1103"),
            user("demo-operator-14", "演示坐席14", Role.OPERATOR, "1104"),
            user("demo-operator-15", "演示坐席15", Role.OPERATOR, "1105"),
            user("demo-operator-16", "演示坐席16", Role.OPERATOR, "1106"),
            user(DISPATCHER, "演示派单员11", Role.DISPATCHER, null));

    private final SecurityService security;

    DemoAccounts(SecurityService security) {
        this.security = security;
    }

    /** Makes sure that all of them can sign in; those that are there stay as they are. */
    public Uni<Map<String, UserView>> provide() {
        Map<String, UserView> byName = new HashMap<>();
        return Multi.createFrom()
                .iterable(USERS)
                .onItem()
                .transformToUniAndConcatenate(security::provideDemoUser)
                .invoke(user -> byName.put(user.username(), user))
                .collect()
                .last()
                .replaceWith(byName);
    }

    /** Whether the telephone on this person's desk answers by itself. */
    static boolean isColleague(UserView user) {
        return user.extension() != null && COLLEAGUE_EXTENSIONS.contains(user.extension());
    }

    private static NewUser user(String username, String displayName, Role role, @Nullable String extension) {
        return new NewUser(username, displayName, PASSWORD, Set.of(role), extension, "zh");
    }
}
