package dev.hubcast.itest;

import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications that come to a server, and go from it, while it runs. */
interface Deployments {

    /** Returns when the application has started; throws {@link Refusal} if it did not. */
    void deploy(String contextRoot, WebArchive application);

    /** Returns when the application has ended. */
    void undeploy(String contextRoot);
}
