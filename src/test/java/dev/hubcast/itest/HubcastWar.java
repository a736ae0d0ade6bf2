package dev.hubcast.itest;

import java.io.File;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ClassAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.msgpack.core.MessagePack;

/**
 * A web application that uses Hubcast as everybody does: as the packaged JAR in WEB-INF/lib, with what it depends on.
 *
 * <p>Its context root is {@code /hubcast-test}.
 */
public final class HubcastWar {

    private static final File LIBRARY = new File("target/library/hubcast-library.jar");

    private HubcastWar() {}

    /**
     * An application that clients call from outside; its deployment is {@code @Deployment(testable = false)}.
     *
     * @param classes the application's own
     * @return the archive, to be added to
     */
    public static WebArchive of(Class<?>... classes) {
        return watched(passing(classes));
    }

    /**
     * The same, for an application that goes before its server: what watches a server stays as long as the server does, so a resident
     * application has to do it.
     *
     * @param classes the application's own
     * @return the archive, to be added to
     */
    public static WebArchive passing(Class<?>... classes) {
        if (!LIBRARY.isFile()) {
            throw new IllegalStateException(LIBRARY.getAbsolutePath() + " is missing; ./mvnw package builds it");
        }
        WebArchive application = ShrinkWrap.create(WebArchive.class, "hubcast-test.war")
                .addAsLibraries(LIBRARY, jarOf(MessagePack.class))
                .addAsWebInfResource(new StringAsset("""
                        <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
                        """), "beans.xml")
                .addClasses(classes);
        Stream.of(classes).forEach(type -> addEnclosing(type, application));
        return application;
    }

    /**
     * An application that the test's own methods run in.
     *
     * @param classes the application's own; the test class comes by itself
     * @return the archive, to be added to
     */
    public static WebArchive inContainer(Class<?>... classes) {
        return of(classes).addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class));
    }

    /**
     * Makes an application log all that {@link ServerLogWatch} should see.
     *
     * @param application any web application
     * @return the same
     */
    public static WebArchive watched(WebArchive application) {
        return application.addClasses(ServerUnderTest.current().ways().watchers().toArray(Class<?>[]::new));
    }

    // Without the class around it a nested class is no bean: the container leaves it out and says so at INFO only.
    private static void addEnclosing(Class<?> nested, WebArchive application) {
        for (Class<?> outer = nested.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            application.add(new ClassAsset(outer), "WEB-INF/classes/" + outer.getName().replace('.', '/') + ".class");
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("No file for " + type, e);
        }
    }
}
