package org.rescueline.demo.hotline;

/** Who may sign in to the simulated switch: made anew, at random, at every start. */
record AmiAccount(String username, String secret) {

    @Override
    public String toString() {
        return "AmiAccount[username=" + username + "]";
    }
}
