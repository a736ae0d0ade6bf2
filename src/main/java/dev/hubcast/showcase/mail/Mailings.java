package dev.hubcast.showcase.mail;

import dev.hubcast.RealtimeService;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** Sends mailings, and tells the windows that watch one what becomes of each letter. Safe for use by any number of threads. */
@ApplicationScoped
public class Mailings {

    /** How many may be sent or wait for a thread: whoever starts one needs no log-in. */
    static final int AT_ONCE = 4;

    private static final String GROUP = "mailing-";

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final NewestMailings newest = new NewestMailings();
    private volatile boolean ending;
    private PostOffice postOffice;

    @Resource ManagedExecutorService executor;
    @Resource ManagedThreadFactory threads;
    @Inject RealtimeService<MailingHub> windows;

    @PostConstruct
    void open() {
        postOffice = PostOffice.open(threads, this::returned);
    }

    /**
     * Starts a mailing.
     *
     * @return its state, before anything was sent
     * @throws RejectedExecutionException if too many are being sent
     */
    public MailingState start(Letter letter, List<String> addresses) {
        if (!places.tryAcquire()) {
            throw new RejectedExecutionException("%d mailings are being sent".formatted(AT_ONCE));
        }
        String id = UUID.randomUUID().toString();
        Mailing mailing = new Mailing(id, letter, addresses, change -> windows.sendToGroup(change, GROUP + id));
        MailingState state = mailing.state();
        newest.add(mailing);
        try {
            executor.execute(() -> send(mailing));
        } catch (RejectedExecutionException e) {
            end(mailing);
            throw e;
        }
        return state;
    }

    /** How far a mailing is, empty if there is none of that id, or it is long over. */
    public Optional<MailingState> find(String id) {
        return newest.find(id).map(Mailing::state);
    }

    /** Whether a group of the hub is that of a mailing: who knows its id may watch it. */
    public boolean isGroup(String name) {
        return name.startsWith(GROUP) && newest.find(name.substring(GROUP.length())).isPresent();
    }

    private void send(Mailing mailing) {
        try {
            new Mailer(postOffice.session(mailing.id())).send(mailing, () -> ending);
        } finally {
            end(mailing);
        }
    }

    private void end(Mailing mailing) {
        places.release();
        mailing.end();
    }

    private void returned(ReturnedLetter letter) {
        newest.find(letter.sender()).ifPresent(mailing -> mailing.bounced(letter.recipient(), letter.reason()));
    }

    @PreDestroy
    void close() {
        ending = true;
        postOffice.close();
    }
}
