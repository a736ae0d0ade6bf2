package dev.hubcast.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** By {@link PayaraMicroDeployer}, because Payara Micro can be told from within only. */
final class PayaraMicroDeployments implements Deployments {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI deployer;

    PayaraMicroDeployments(URI deployer) {
        this.deployer = deployer;
    }

    @Override
    public void deploy(String contextRoot, WebArchive application) {
        ask("PUT", contextRoot, BodyPublishers.ofInputStream(() -> application.as(ZipExporter.class).exportAsInputStream()));
    }

    @Override
    public void undeploy(String contextRoot) {
        ask("DELETE", contextRoot, BodyPublishers.noBody());
    }

    private void ask(String method, String contextRoot, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(deployer.resolve(contextRoot)).method(method, body).timeout(LONGEST).build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != PayaraMicroDeployer.DONE) {
                throw new Refusal("Payara Micro refused " + request + "; seen: " + answer + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while Payara Micro works", e);
        }
    }
}
