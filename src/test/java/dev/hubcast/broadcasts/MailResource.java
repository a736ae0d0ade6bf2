package dev.hubcast.broadcasts;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Queue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Sends orders by Jakarta Messaging. */
@JMSDestinationDefinition(name = MailResource.QUEUE, interfaceName = "jakarta.jms.Queue", destinationName = "orders")
@Path("mail/{region}/{product}")
public class MailResource {

    static final String QUEUE = "java:app/jms/orders";

    @Inject
    JMSContext messaging;

    @Resource(lookup = QUEUE)
    Queue queue;

    @POST
    public void send(@PathParam("region") String region, @PathParam("product") String product,
            @QueryParam("refused") @DefaultValue("false") boolean refused) {
        messaging.createProducer()
                .setProperty("region", region)
                .setProperty("product", product)
                .setProperty("refused", refused)
                .send(queue, "order");
    }
}
