package dev.hubcast.broadcasts;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** A message-driven bean of a resource adapter that fires events. */
@MessageDriven(
        messageListenerInterface = PostListener.class,
        activationConfig = @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "post"))
public class PostedOrders implements PostListener {

    @Inject
    Event<OrderPlaced> placed;

    @Resource
    MessageDrivenContext delivery;

    @Override
    public void delivered(String region, String product, boolean refused) {
        placed.fire(new OrderPlaced(region, product));
        if (refused) {
            delivery.setRollbackOnly();
        }
    }
}
