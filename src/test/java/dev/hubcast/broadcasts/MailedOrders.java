package dev.hubcast.broadcasts;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** A message-driven bean that fires events; messages that ask for it are refused when they come for the first time. */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = MailResource.QUEUE)
})
public class MailedOrders implements MessageListener {

    @Inject
    Event<OrderPlaced> placed;

    @Resource
    MessageDrivenContext delivery;

    @Override
    public void onMessage(Message message) {
        try {
            boolean again = message.getJMSRedelivered();
            String product = message.getStringProperty("product") + (again ? " again" : "");
            placed.fire(new OrderPlaced(message.getStringProperty("region"), product));
            if (message.getBooleanProperty("refused") && !again) {
                delivery.setRollbackOnly();
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
