package dev.hubcast.itest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.standalone.ServerDeploymentHelper;
import org.jboss.as.controller.client.helpers.standalone.ServerDeploymentHelper.ServerDeploymentException;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** By WildFly's management. */
final class WildFlyDeployments implements Deployments {

    private final int managementPort;

    WildFlyDeployments(int managementPort) {
        this.managementPort = managementPort;
    }

    private interface Step {

        void take(ServerDeploymentHelper deployments) throws ServerDeploymentException, IOException;
    }

    @Override
    public void deploy(String contextRoot, WebArchive application) {
        take(deployments -> {
            try (InputStream content = application.as(ZipExporter.class).exportAsInputStream()) {
                deployments.deploy(contextRoot + ".war", content);
            }
        });
    }

    @Override
    public void undeploy(String contextRoot) {
        take(deployments -> deployments.undeploy(contextRoot + ".war"));
    }

    private void take(Step step) {
        try (ModelControllerClient management = ModelControllerClient.Factory.create("127.0.0.1", managementPort)) {
            step.take(new ServerDeploymentHelper(management));
        } catch (ServerDeploymentException e) {
            throw new Refusal("WildFly refused", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
