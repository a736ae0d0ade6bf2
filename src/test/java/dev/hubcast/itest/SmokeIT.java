package dev.hubcast.itest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@ExpectedLog("Logged while the server stops")
class SmokeIT {

    @Inject
    SmokeBean bean;

    @ArquillianResource
    URL base;

    @Deployment
    static WebArchive application() {
        return HubcastWar.inContainer(SmokeBean.class, SmokeServlet.class);
    }

    @Test
    void a_test_runs_inside_the_server() {
        assertThat(bean.greet("server")).isEqualTo("Hello, server");
    }

    @Test
    void the_application_uses_the_packaged_library() {
        assertThat(HubContext.class.getProtectionDomain().getCodeSource().getLocation().getPath()).endsWith("hubcast-library.jar");
    }

    @Test
    @RunAsClient
    void a_test_runs_as_a_client() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "smoke")).build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("Hello, client");
        assertThat(InetAddress.getByName(base.getHost()).isLoopbackAddress()).isTrue();
    }

    @Test
    @ExpectedLog("(SEVERE|ERROR) .*Logged on purpose(\\R|: )java.lang.IllegalStateException: the cause")
    void an_error_in_the_log_is_seen() {
        System.getLogger("smoke").log(Level.ERROR, "Logged on purpose", new IllegalStateException("the cause"));
    }

    @Test
    @ExpectedLog("Uncaught in thread doomed(\\R|: ).*IllegalStateException: nobody catches this")
    void an_exception_that_no_thread_catches_is_seen() throws InterruptedException {
        var doomed = new Thread(() -> {
            throw new IllegalStateException("nobody catches this");
        }, "doomed");
        doomed.start();
        doomed.join();
    }
}
