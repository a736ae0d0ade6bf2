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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** Asks the application's store. */
    static class StillAllowed implements HubFilter {

        final Set<String> admins = new HashSet<>(Set.of("ada"));

        @Override
        public Object invoke(HubInvocation call, NextInvocation next) throws Exception {
            if (call.method().isAnnotationPresent(RolesAllowed.class) && !admins.contains(call.caller().userName())) {
                throw new HubException("You may not do that any more.");
            }
            return next.proceed(call);
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
    void a_filter_can_refuse_whom_the_application_has_taken_a_role_and_the_connection_lives() {
        StillAllowed allowed = new StillAllowed();
        HubTestClient ada = HubTester.of(Chat.class).filters(allowed).connect(as -> as.user("ada").role("admin"));
        ada.invoke("close");

        allowed.admins.remove("ada");

        assertThatExceptionOfType(FailedCallException.class).isThrownBy(() -> ada.invoke("close"))
                .withMessageContaining("You may not do that any more.");
        assertThat(ada.isConnected()).isTrue();
        assertThat(ada.invoke(String.class, "say", "still here")).isEqualTo("ada: still here");
    }

    @Test
    void a_filter_can_turn_a_client_away() {
        assertThatExceptionOfType(RefusedConnectionException.class).isThrownBy(() -> chat.connect(as -> as.user("mallory")))
                .withMessageContaining("Not you.");
    }
}
