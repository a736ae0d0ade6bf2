package dev.hubcast.queues;

import dev.hubcast.context.TestUsers;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawListener;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Queues at the address that Hubcast gives them and at some of the application's own, and a guard that has a say in them and in a hub's
 * groups. The tests are in the interfaces.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class QueuesIT implements ReadingTests, DroppedListenerTests, PageTests, JoiningTests {

    private final List<RawListener> listeners = new ArrayList<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(QueuesResource.class, RestApplication.class, Progress.class, OwnServlet.class, QueuesGuard.class,
                        Jobs.class, JobFinished.class, JobReports.class, TestUsers.class, Membership.class, RoomsHub.class)
                .addAsWebResource(new StringAsset(PAGE), "page.html")
                .addAsResource(new StringAsset("""
                        hubcast.queues.allowed-origins=https://good.example.com
                        hubcast.queues.keep-alive-interval=1s
                        hubcast.queues.send-timeout=3s
                        hubcast.queues.size-limit=20000000
                        """), "META-INF/microprofile-config.properties");
    }

    @AfterEach
    void leave() {
        listeners.forEach(RawListener::close);
    }

    @Override
    public URI at(String path) {
        return base.resolve(path);
    }

    @Override
    public RawListener kept(RawListener listener) {
        listeners.add(listener);
        return listener;
    }
}
