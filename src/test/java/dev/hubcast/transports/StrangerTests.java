package dev.hubcast.transports;

import static dev.hubcast.transports.TransportsApplication.assertAnswer;
import static dev.hubcast.transports.TransportsApplication.assertLives;

import dev.hubcast.TransportType;
import dev.hubcast.itest.OnEveryTransport;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;

/** Requests with somebody else's token, and of who may not connect at all; played by {@link TransportsIT}. */
interface StrangerTests extends TransportsApplication {

    @OnEveryTransport
    default void a_token_opens_nothing_for_another_user_and_everything_for_its_own(TransportType by) {
        String token = to(TRANSPORTS, "ada").token();
        for (Use use : Use.values()) {
            assertAnswer(use.request(to(TRANSPORTS, "eve"), token), 403, "Forbidden");
            assertAnswer(use.request(to(TRANSPORTS), token), 403, "Forbidden");
        }

        assertLives(connect(to(TRANSPORTS, "ada"), token, by));
    }

    @OnEveryTransport
    default void no_request_of_another_user_reaches_a_live_connection(TransportType by) {
        RawHubClient ada = connect(to(TRANSPORTS, "ada").by(by));
        for (Use use : Use.values()) {
            assertAnswer(use.request(to(TRANSPORTS, "eve"), ada.token()), 403, "Forbidden");
            assertAnswer(use.request(to(TRANSPORTS), ada.token()), 403, "Forbidden");
        }

        assertLives(ada);
    }

    @OnEveryTransport
    default void a_token_of_nobody_in_particular_is_of_no_use_to_a_user(TransportType by) {
        RawHubClient nobody = connect(by);
        for (Use use : Use.values()) {
            assertAnswer(use.request(to(TRANSPORTS, "eve"), nobody.token()), 403, "Forbidden");
        }

        assertLives(nobody);
    }

    @OnEveryTransport
    default void who_may_not_connect_is_told_so_in_every_request(TransportType by) {
        RawHubConnector hub = to("readers", "eve").by(by);
        RawHubClient eve = connect(hub);
        for (Use use : Use.values()) {
            assertAnswer(use.request(to("readers"), eve.token()), 401, "Unauthorized");
            assertAnswer(use.request(to("readers", "bob"), eve.token()), 403, "Forbidden");
        }

        assertLives(eve);
    }
}
