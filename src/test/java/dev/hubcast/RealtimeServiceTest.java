package dev.hubcast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.testing.RecordingHubContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealtimeServiceTest {

    interface JobHub {}

    private final RecordingHubContext<JobHub> context = new RecordingHubContext<>();
    private final RealtimeService<JobHub> jobs = RealtimeService.over(context);

    @Test
    void a_message_goes_to_those_whom_the_method_names() {
        jobs.sendToAll("hello");
        jobs.sendToAllExcept("hello", List.of("c1"));
        jobs.sendToGroup("hello", "g");
        jobs.sendToGroupExcept("hello", "g", List.of("c1"));
        jobs.sendToGroups("hello", List.of("g", "h"));
        jobs.sendToUser("hello", "ada");
        jobs.sendToUsers("hello", List.of("ada", "eve"));
        jobs.sendToClient("hello", "c1");
        jobs.sendToClients("hello", List.of("c1", "c2"));

        context.sent().all().send("messageReceived", "hello");
        context.sent().allExcept(List.of("c1")).send("messageReceived", "hello");
        context.sent().group("g").send("messageReceived", "hello");
        context.sent().groupExcept("g", List.of("c1")).send("messageReceived", "hello");
        context.sent().groups(List.of("g", "h")).send("messageReceived", "hello");
        context.sent().user("ada").send("messageReceived", "hello");
        context.sent().users(List.of("ada", "eve")).send("messageReceived", "hello");
        context.sent().client("c1").send("messageReceived", "hello");
        context.sent().clients(List.of("c1", "c2")).send("messageReceived", "hello");
        context.sentNothing();
    }

    @Test
    void whatever_the_message_is_it_is_one_argument() {
        jobs.sendToAll(new String[] {"a", null});
        jobs.sendToAll(null);
        jobs.sendToAll(Map.of("done", 75));

        context.sent().all().send("messageReceived", Arrays.asList("a", null));
        context.sent().all().send("messageReceived", (Object) null);
        context.sent().all().send("messageReceived", Map.of("done", 75));
        context.sentNothing();
    }

    @Test
    void within_a_tenant_everything_is_for_that_tenant() {
        jobs.tenant("acme").sendToGroup("hello", "g");
        jobs.tenant("acme").tenant("bird").sendToAll("hello");

        context.sentWithin("acme").group("g").send("messageReceived", "hello");
        context.sentWithin("bird").all().send("messageReceived", "hello");
        context.sentNothing();
    }

    @Test
    void anything_else_goes_by_the_context() {
        assertThat(jobs.context()).isSameAs(context);
    }
}
