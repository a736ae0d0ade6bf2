package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.connection.Peer;
import dev.hubcast.event.Broadcast;
import dev.hubcast.security.CallerIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Broadcasts that beans fire reach those that they name, in their phase. */
class RunTimeBroadcastsTest {

    private static final String SAID = "{\"type\":1,\"target\":\"said\",\"arguments\":[\"tea\",null]}";

    @Hub(name = "sales")
    @ServerEndpoint("/sales")
    static class Sales {}

    @ApplicationScoped
    static class Bean {

        @Inject
        Event<Broadcast> broadcasts;

        void fire(Broadcast broadcast) {
            broadcasts.fire(broadcast);
        }
    }

    private final OpenHubs hubs = OpenHubs.of(Sales.class, Bean.class);
    private final Peer ada = hubs.connect("sales", user("ada"));
    private final Peer eve = hubs.connect("sales", user("eve"));

    @AfterEach
    void close() {
        hubs.close();
    }

    private static CallerIdentity user(String name) {
        return new CallerIdentity(() -> name, Set.of(), Set.of());
    }

    private static String id(Peer peer) {
        return peer.connection().id();
    }

    private void say(Broadcast.ToRecipients recipients) {
        hubs.bean(Bean.class).fire(said(recipients));
    }

    private static Broadcast said(Broadcast.ToRecipients recipients) {
        return recipients.method("said").with("tea").with(null);
    }

    @Test
    void each_kind_of_recipients_hears_and_nobody_else() {
        hubs.join("sales", ada, "north");
        say(Broadcast.to("sales").group("north"));
        ada.heardExactly(SAID);

        say(Broadcast.to("sales").user("ada"));
        ada.heardExactly(SAID, SAID);

        say(Broadcast.to("sales").client(id(ada)));
        ada.heardExactly(SAID, SAID, SAID);

        say(Broadcast.to("sales").all().except(id(eve)));
        ada.heardExactly(SAID, SAID, SAID, SAID);
        eve.heardExactly();
    }

    @Test
    void the_excepted_do_not_hear() {
        hubs.join("sales", ada, "north");
        hubs.join("sales", eve, "north");
        say(Broadcast.to("sales").group("north").except(id(ada)));
        say(Broadcast.to("sales").users(List.of("ada", "eve")).except(id(ada)));

        eve.heardExactly(SAID, SAID);
        ada.heardExactly();
    }

    @Test
    void a_broadcast_waits_for_the_success_of_the_transaction_unless_it_says_otherwise() {
        hubs.transactions().begin();
        hubs.bean(Bean.class).fire(said(Broadcast.to("sales").user("ada")));
        hubs.bean(Bean.class).fire(said(Broadcast.to("sales").user("eve")).during(TransactionPhase.IN_PROGRESS));
        eve.heardExactly(SAID);
        ada.heardExactly();

        hubs.transactions().commit();
        ada.heardExactly(SAID);
        eve.heardExactly(SAID);
    }

    @Test
    void a_hub_that_does_not_exist_is_told_to_the_log_and_to_nobody_else() {
        Logger logger = Logger.getLogger("dev.hubcast.event.bridge");
        List<LogRecord> log = new ArrayList<>();
        Handler handler = new Handler() {

            @Override
            public void publish(LogRecord record) {
                log.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            say(Broadcast.to("sale").all());
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }

        assertThat(log).singleElement().satisfies(record ->
                assertThat(record.getThrown()).hasMessage("There is no hub 'sale'. Name one of these: sales."));
    }
}
