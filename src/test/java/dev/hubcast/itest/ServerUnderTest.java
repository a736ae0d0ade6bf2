package dev.hubcast.itest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.Archive;

/** The servers that the integration tests run on, one at a time; {@code arquillian.launch} names it, as in arquillian.xml. */
public enum ServerUnderTest {

    /** Payara Micro, the one if nobody names another. */
    PAYARA_MICRO("payara-micro", new PayaraMicro()),

    /** WildFly. */
    WILDFLY("wildfly", new WildFly());

    private final String qualifier;
    private final Ways ways;

    ServerUnderTest(String qualifier, Ways ways) {
        this.qualifier = qualifier;
        this.ways = ways;
    }

    /** How a server is set up that a test starts for itself. */
    enum Outfit {

        /** As all others are. */
        USUAL,

        /** Its listener ends after {@link OwnServer#IMPATIENCE} what it ends by itself. */
        IMPATIENT,

        /** With all that it has of Jakarta EE. */
        FULL
    }

    /** What the tests must know of a server. */
    interface Ways {

        /** What belongs into every application, so that the log is whole. */
        List<Class<?>> watchers();

        /** Errors that the server logs about itself, whatever the application does; they may come in every test. */
        List<ExpectedError> knownErrors();

        /** How to start it with these archives, each with its name: that of an application is its context root. */
        List<String> command(Seat seat, Map<String, ? extends Archive<?>> archives, Outfit outfit) throws IOException;

        /** What an application is made of that stays while others come and go; they may come and go by it. */
        List<Class<?>> resident();

        /** Applications that come and go while the server runs with a resident one at this context root. */
        Deployments deployments(Seat seat, String residentContextRoot);

        /** Whether this line of its output says that all its applications are deployed, or have failed. */
        boolean tellsReady(String line);
    }

    /** The one that these tests run on. */
    public static ServerUnderTest current() {
        String launched = System.getProperty("arquillian.launch", PAYARA_MICRO.qualifier);
        for (ServerUnderTest server : values()) {
            if (server.qualifier.equals(launched)) {
                return server;
            }
        }
        throw new IllegalStateException("arquillian.launch names no server under test: " + launched);
    }

    String qualifier() {
        return qualifier;
    }

    Ways ways() {
        return ways;
    }
}
