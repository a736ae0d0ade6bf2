package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hubcast.GroupsByQuery;
import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubMethod;
import dev.hubcast.Join;
import dev.hubcast.JoinGuard;
import dev.hubcast.RealtimeService;
import jakarta.inject.Inject;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsByQueryTest {

    @GroupsByQuery
    abstract static class MessagesHub {

        @HubMethod
        public String whoAmI(HubCaller caller) {
            return caller.userName();
        }

        public String notForClients() {
            return "secret";
        }
    }

    @Hub(name = "jobs")
    @ServerEndpoint("/hubs/jobs")
    static class JobHub extends MessagesHub {

        @Inject RealtimeService<JobHub> jobs;

        @OnOpen
        void opened() {
            jobs.sendToGroup("somebody came", "job-1");
        }
    }

    @Hub
    @ServerEndpoint("/hubs/rooms")
    @GroupsByQuery("room")
    static class RoomsHub {}

    @Hub
    @ServerEndpoint("/hubs/plain")
    static class PlainHub {}

    @Hub
    @ServerEndpoint("/hubs/nameless")
    @GroupsByQuery("")
    static class NamelessHub {}

    private final List<String> asked = new ArrayList<>();

    private boolean isNoThirdJob(Join join) {
        asked.add(join.target() + " for " + join.userName() + " at " + join.request().path());
        return !((Join.Group) join.target()).name().equals("job-3");
    }

    @Test
    void the_guard_is_asked_and_on_open_finds_the_caller_in_its_groups() {
        HubTester<JobHub> jobs = HubTester.of(JobHub.class).with(JoinGuard.class, this::isNoThirdJob);
        HubTestClient ada = jobs.connect(as -> as.user("ada").query("group", "job-1").query("group", "job-2").query("group", "job-1"));

        ada.received("messageReceived", "somebody came");
        RealtimeService.over(jobs.context()).sendToGroup("done", "job-2");
        ada.received("messageReceived", "done");
        assertThat(asked).containsExactly(
                "Group[hub=jobs, name=job-1] for ada at /hubs/jobs", "Group[hub=jobs, name=job-2] for ada at /hubs/jobs");
    }

    @Test
    void a_client_that_the_guard_refuses_a_group_stays_outside() {
        HubTester<JobHub> jobs = HubTester.of(JobHub.class).with(JoinGuard.class, this::isNoThirdJob);

        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(() -> jobs.connect(as -> as.query("group", "job-1").query("group", "job-3")))
                .withMessageContaining("You may not join the group 'job-3'.");
    }

    @Test
    void what_a_client_chose_writes_no_lines_of_its_own() {
        HubTester<JobHub> jobs = HubTester.of(JobHub.class).with(JoinGuard.class, join -> false);

        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(() -> jobs.connect(as -> as.query("group", "a\nERROR b")))
                .withMessageContaining("You may not join the group 'a?ERROR b'.");
    }

    @Test
    void a_group_has_a_name() {
        HubTester<JobHub> jobs = HubTester.of(JobHub.class).with(JoinGuard.class, this::isNoThirdJob);

        assertThatExceptionOfType(RefusedConnectionException.class).isThrownBy(() -> jobs.connect(as -> as.query("group", "")))
                .withMessageContaining("A group has a name.");
    }

    @Test
    void without_a_guard_the_client_reads_why_it_may_not() {
        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(() -> HubTester.of(JobHub.class).connect(as -> as.query("group", "job-1")))
                .withMessageContaining("You may not join the group 'job-1'. The application has no JoinGuard.");
    }

    @Test
    void without_a_guard_who_asks_for_no_group_is_let_in_and_calls_what_the_hub_inherits() {
        HubTestClient ada = HubTester.of(JobHub.class).connect(as -> as.user("ada"));

        assertThat(ada.invoke(String.class, "whoAmI")).isEqualTo("ada");
        assertThatExceptionOfType(FailedCallException.class).isThrownBy(() -> ada.invoke("notForClients"));
    }

    @Test
    void the_parameter_may_have_another_name() {
        HubTester<RoomsHub> rooms = HubTester.of(RoomsHub.class).with(JoinGuard.class, join -> true);
        HubTestClient ada = rooms.connect(as -> as.query("room", "java").query("group", "jakarta"));
        rooms.context().clients().group("jakarta").send("said", "jakarta");
        rooms.context().clients().group("java").send("said", "java");

        ada.received("said", "java");
        ada.receivedNothing();
    }

    @Test
    void a_hub_that_does_not_ask_for_it_takes_no_notice() {
        HubTester<PlainHub> plain = HubTester.of(PlainHub.class);
        HubTestClient ada = plain.connect(as -> as.query("group", "java"));
        plain.context().clients().group("java").send("said");

        ada.receivedNothing();
    }

    @Test
    void a_parameter_without_a_name_fails_the_deployment() {
        assertThatIllegalArgumentException().isThrownBy(() -> HubTester.of(NamelessHub.class).connect())
                .withMessageContaining("@GroupsByQuery names no parameter");
    }
}
