package dev.hubcast.jsclient;

import dev.hubcast.itest.Cable;
import java.io.IOException;
import java.net.URI;

/** Something that the official JavaScript client runs in. */
interface Player {

    /**
     * Plays a scenario to its end.
     *
     * @param address of the application, through the cable
     * @throws AssertionError if it failed; with the end of what was logged
     */
    void play(Scenario scenario, URI address, Cable cable) throws IOException;

    /** Does what a scenario asks for; see {@code stage.js}. */
    static void fulfil(String wish, Cable cable) throws IOException {
        switch (wish) {
            case "cut" -> cable.cut();
            case "mend" -> cable.mend();
            case "drop" -> cable.drop();
            case "forget upgrades" -> cable.forgetUpgrades();
            default -> throw new IllegalArgumentException("Nobody knows how to " + wish);
        }
    }
}
