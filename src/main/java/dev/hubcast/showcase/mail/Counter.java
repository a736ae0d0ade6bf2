package dev.hubcast.showcase.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** Where a {@link PostOffice} takes a letter in. For use by one thread. */
final class Counter implements MessageHandler {

    // About what a mail server that is further away takes.
    private static final long MILLIS_A_LETTER = 30;

    private final Consumer<ReturnedLetter> back;
    private final Consumer<ReturnedLetter> home;
    private String sender = "";
    private String recipient = "";

    /**
     * A counter for one letter.
     *
     * @param back what gives a letter back to its sender
     * @param home who hears that a letter of this house has come back
     */
    Counter(Consumer<ReturnedLetter> back, Consumer<ReturnedLetter> home) {
        this.back = back;
        this.home = home;
    }

    @Override
    public void from(String address) {
        sender = address;
    }

    @Override
    public void recipient(String address) throws RejectException {
        if (isAt(PostOffice.NOWHERE, address)) {
            throw new RejectException(550, "5.1.1 Nobody of that name lives here");
        }
        recipient = address;
    }

    @Override
    public String data(InputStream letter) throws IOException {
        if (sender.isEmpty()) {
            ReturnNotice.read(name(recipient), letter).ifPresent(home);
        } else {
            letter.transferTo(OutputStream.nullOutputStream());
            work();
            if (isAt(PostOffice.FULL, recipient) && isAt(PostOffice.HOME, sender)) {
                back.accept(new ReturnedLetter(name(sender), recipient, "552 5.2.2 The mailbox is full"));
            }
        }
        return null;
    }

    @Override
    public void done() {
        // There is nothing to give up.
    }

    private static void work() {
        try {
            Thread.sleep(MILLIS_A_LETTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isAt(String domain, String address) {
        return domain.equalsIgnoreCase(address.substring(address.indexOf('@') + 1));
    }

    private static String name(String address) {
        return address.substring(0, address.indexOf('@'));
    }
}
