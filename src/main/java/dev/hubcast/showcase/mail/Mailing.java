package dev.hubcast.showcase.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A letter to many, and what became of it for each. Safe for use by any number of threads. */
final class Mailing {

    private final String id;
    private final Letter letter;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Consumer<DeliveryChanged> listener;
    private long version;

    /** The listener hears each change, in their order. It must not wait for anything. */
    Mailing(String id, Letter letter, List<String> addresses, Consumer<DeliveryChanged> listener) {
        this.id = id;
        this.letter = letter;
        this.listener = listener;
        addresses.forEach(address -> deliveries.add(new Delivery(address, Status.WAITING, "")));
    }

    String id() {
        return id;
    }

    Letter letter() {
        return letter;
    }

    /** The recipients, in an order that does not change. */
    synchronized List<String> addresses() {
        return deliveries.stream().map(Delivery::address).toList();
    }

    synchronized MailingState state() {
        return new MailingState(id, version, letter.subject(), List.copyOf(deliveries));
    }

    void sent(String address) {
        change(address, Status.SENT, "");
    }

    void failed(String address, String reason) {
        change(address, Status.FAILED, reason);
    }

    void bounced(String address, String reason) {
        change(address, Status.BOUNCED, reason);
    }

    /** Nothing more is sent: whoever still waits waits in vain. */
    void end() {
        addresses().forEach(address -> failed(address, "The mailing ended early."));
    }

    private synchronized void change(String address, Status status, String reason) {
        for (int index = 0; index < deliveries.size(); index++) {
            Delivery delivery = deliveries.get(index);
            if (delivery.address().equals(address) && status.follows(delivery.status())) {
                deliveries.set(index, new Delivery(address, status, reason));
                // Still within the lock, so that changes are told in the order of their versions.
                listener.accept(new DeliveryChanged(++version, index, status, reason));
            }
        }
    }
}
