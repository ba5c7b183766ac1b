package org.rescueline.security.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NewUser;
import org.rescueline.security.Role;
import org.rescueline.security.SecurityConfig;
import org.rescueline.security.UserEdit;
import org.rescueline.security.UserView;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;
import org.rescueline.shared.Ids;
import org.rescueline.shared.Versions;

/** What an account may look like, and which changes nobody may make. */
@ApplicationScoped
class UserRules {

    private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,8}");
    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final int LONGEST_NAME = 80;

    /** bcrypt reads no further; a longer password would be cut silently. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private final int shortestPassword;
    private final boolean demo;

    UserRules(
            SecurityConfig config,
            @ConfigProperty(name = "rescueline.demo.enabled", defaultValue = "false") boolean demo) {
        this.shortestPassword = config.password().minimumLength();
        this.demo = demo;
    }

    /** The new account, if every field is as it should be. */
    UserView checked(NewUser wanted) {
        var user = new UserView(
                Ids.next(),
                Usernames.normalise(wanted.username()),
                wanted.displayName().strip(),
                wanted.roles(),
                blankIsNone(wanted.extension()),
                wanted.language() == null ? "zh" : wanted.language(),
                true,
                0);
        check(user);
        return user;
    }

    /**
     * The account after the edit.
     *
     * @param activeAdmins who could still put things right
     */
    UserView changed(UserView before, UserEdit edit, Actor by, long version, List<UUID> activeAdmins) {
        Versions.check(version, before.version(), () -> before);
        var after = new UserView(
                before.id(),
                before.username(),
                edit.displayName() == null
                        ? before.displayName()
                        : edit.displayName().strip(),
                edit.roles() == null ? before.roles() : edit.roles(),
                edit.extension() == null
                        ? before.extension()
                        : blankIsNone(edit.extension().orElse(null)),
                edit.language() == null ? before.language() : edit.language(),
                edit.active() == null ? before.active() : edit.active(),
                before.version());
        check(after);
        checkAdminStays(before, after, by, activeAdmins);
        return after;
    }

    void checkPassword(String password) {
        if (password.codePointCount(0, password.length()) < shortestPassword) {
            throw Failure.invalid("password", "security.password-too-short", Map.of("min", shortestPassword));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw Failure.invalid("password", "security.password-too-long", Map.of("max", LONGEST_PASSWORD_BYTES));
        }
    }

    void requireDemo() {
        if (!demo) {
            throw Failure.conflict("security.demo-is-off");
        }
    }

    private static void check(UserView user) {
        var problems = new ArrayList<FieldProblem>();
        require(problems, Usernames.isValid(user.username()), "username", "security.username-malformed");
        require(problems, isName(user.displayName()), "displayName", "security.display-name-malformed");
        require(problems, isForPeople(user.roles()), "roles", "security.roles-malformed");
        require(problems, isExtension(user.extension()), "extension", "security.extension-malformed");
        require(problems, LANGUAGES.contains(user.language()), "language", "security.language-unknown");
        if (!problems.isEmpty()) {
            throw Failure.invalid(problems);
        }
    }

    /** An administrator cannot lock himself out, nor can the last one be taken away. */
    private static void checkAdminStays(UserView before, UserView after, Actor by, List<UUID> activeAdmins) {
        var wasAdmin = before.active() && before.has(Role.ADMIN);
        var staysAdmin = after.active() && after.has(Role.ADMIN);
        if (!wasAdmin || staysAdmin) {
            return;
        }
        if (by.id().equals(before.id().toString())) {
            throw Failure.conflict("security.own-admin-role");
        }
        if (activeAdmins.stream().allMatch(before.id()::equals)) {
            throw Failure.conflict("security.last-admin");
        }
    }

    private static void require(List<FieldProblem> problems, boolean holds, String field, String code) {
        if (!holds) {
            problems.add(new FieldProblem(field, code, Map.of()));
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isForPeople(Set<Role> roles) {
        return !roles.isEmpty() && roles.stream().allMatch(Role::isForPeople);
    }

    private static boolean isExtension(@Nullable String extension) {
        return extension == null || EXTENSION.matcher(extension).matches();
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
