package dev.hubcast.broadcasts;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkManager;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.transaction.xa.XAResource;

/** A resource adapter that delivers, on the server's threads, what an application on the same server sends. */
@Connector(displayName = "Post", vendorName = "Hubcast", eisType = "Post", version = "1.0")
public class Post implements ResourceAdapter {

    private static final List<MessageEndpointFactory> RECEIVERS = new CopyOnWriteArrayList<>();

    private static volatile WorkManager threads;

    /** Sends to every bean that listens. */
    public static void send(String region, String product, boolean refused) throws ResourceException {
        for (MessageEndpointFactory receiver : RECEIVERS) {
            threads.scheduleWork(new Delivery(receiver, region, product, refused));
        }
    }

    private record Delivery(MessageEndpointFactory receiver, String region, String product, boolean refused) implements Work {

        @Override
        public void run() {
            try {
                MessageEndpoint bean = receiver.createEndpoint(null);
                ((PostListener) bean).delivered(region, product, refused);
                bean.release();
            } catch (ResourceException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void release() {
            // It is soon over.
        }
    }

    @Override
    public void start(BootstrapContext server) {
        threads = server.getWorkManager();
    }

    @Override
    public void stop() {
        RECEIVERS.clear();
    }

    @Override
    public void endpointActivation(MessageEndpointFactory receiver, ActivationSpec how) {
        RECEIVERS.add(receiver);
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory receiver, ActivationSpec how) {
        RECEIVERS.remove(receiver);
    }

    @Override
    public XAResource[] getXAResources(ActivationSpec[] hows) {
        return new XAResource[0];
    }
}
