package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubException;
import dev.hubcast.HubFilter;
import dev.hubcast.HubInvocation;
import dev.hubcast.InvocationOutcome;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.CloseReason;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubTesterFiltersTest {

    @Hub
    @ServerEndpoint("/a")
    static class Chat {

        public String say(HubCaller caller, String text) {
            return caller.userName() + ": " + text;
        }

        @RolesAllowed("admin")
        public void close() {}
    }

    /** Notes who comes and goes, and what they did. */
    static class Journal implements HubFilter {

        final List<String> lines = new ArrayList<>();

        @Override
        public Object connect(HubCaller caller, Next next) throws Exception {
            if ("mallory".equals(caller.userName())) {
                throw new HubException("Not you.");
            }
            lines.add(caller.userName() + " came");
            return next.proceed();
        }

        @Override
        public Object disconnect(HubCaller caller, CloseReason reason, Next next) throws Exception {
            lines.add(caller.userName() + " left");
            return next.proceed();
        }

        @Override
        public void ended(HubInvocation call, InvocationOutcome outcome) {
            lines.add(call.caller().userName() + " " + call.target() + " " + call.arguments() + " " + outcome.kind());
        }
    }

    @Priority(1)
    static class Polite implements HubFilter {

        @Override
        public Object invoke(HubInvocation call, NextInvocation next) throws Exception {
            return next.proceed(call.withArguments(List.of(call.arguments().get(0) + ", please")));
        }
    }

    @Priority(2)
    static class Loud implements HubFilter {

        @Override
        public Object invoke(HubInvocation call, NextInvocation next) throws Exception {
            return next.proceed(call.withArguments(List.of(call.arguments().get(0).toString().toUpperCase())));
        }
    }

    private final Journal journal = new Journal();
    private final HubTester<Chat> chat = HubTester.of(Chat.class).filters(new Loud(), journal).filters(new Polite());

    @Test
    void filters_work_around_the_hub_by_their_priorities() {
        HubTestClient ada = chat.connect(as -> as.user("ada"));

        assertThat(ada.invoke(String.class, "say", "tea")).isEqualTo("ada: TEA, PLEASE");
    }

    @Test
    void filters_hear_of_everything_by_the_time_that_the_test_goes_on() {
        HubTestClient ada = chat.connect(as -> as.user("ada"));
        ada.invoke("say", "tea");
        assertThatExceptionOfType(FailedCallException.class).isThrownBy(() -> ada.invoke("close"));
        assertThatExceptionOfType(FailedCallException.class).isThrownBy(() -> ada.invoke("nothing"));
        ada.receivedNothing();
        ada.disconnect();

        assertThat(journal.lines).containsExactly("ada came", "ada say [tea] SUCCEEDED", "ada close [] UNAUTHORIZED",
                "ada nothing [] UNKNOWN_METHOD", "ada left");
    }

    @Test
    void a_filter_can_turn_a_client_away() {
        assertThatExceptionOfType(RefusedConnectionException.class).isThrownBy(() -> chat.connect(as -> as.user("mallory")))
                .withMessageContaining("Not you.");
    }
}
