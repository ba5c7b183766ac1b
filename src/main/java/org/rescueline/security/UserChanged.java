package org.rescueline.security;

/** A user was created or changed: name, roles, extension, language or activity. */
public record UserChanged(UserView user) {}
