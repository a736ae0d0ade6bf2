package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.HubThreads;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.connection.Peer;
import dev.hubcast.dispatch.CallScope;
import dev.hubcast.dispatch.EntryRules;
import dev.hubcast.dispatch.HubBean;
import dev.hubcast.dispatch.HubDispatcher;
import dev.hubcast.dispatch.HubFilters;
import dev.hubcast.dispatch.HubModel;
import dev.hubcast.dispatch.HubSender;
import dev.hubcast.protocol.JsonHubProtocol;
import dev.hubcast.protocol.JsonMapping;
import dev.hubcast.security.CallerIdentity;
import dev.hubcast.security.JoinPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InjectionInACallTest {

    @ApplicationScoped
    static class Service {

        @Inject
        HubCaller caller;

        String userName() {
            return caller.userName();
        }

        String refusedRole() {
            try {
                return "in role: " + caller.isUserInRole("undeclared");
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }
    }

    interface ChatClient {

        void said(String user, String text);
    }

    @Hub(client = ChatClient.class)
    @ServerEndpoint("/chat")
    static class Chat {

        @Inject
        Service service;

        @Inject
        HubContext<Chat> hub;

        public String userName() {
            return service.userName();
        }

        public String role() {
            return service.refusedRole();
        }

        public String onAnotherThread() {
            return Eventually.value(CompletableFuture.supplyAsync(() -> {
                try {
                    return service.userName();
                } catch (IllegalStateException e) {
                    return "none";
                }
            }));
        }

        public void join(HubCaller caller, String room) {
            hub.groups().add(caller, room);
        }

        public void leave(HubCaller caller, String room) {
            hub.groups().remove(caller, room);
        }

        public void say(HubCaller caller, String room, String text) {
            hub.clients(ChatClient.class).group(room).said(caller.userName(), text);
        }

        public void whisper(HubCaller caller, String user, String text) {
            hub.clients().user(user).send("whispered", caller.userName(), text);
        }
    }

    private final SeContainer container = Deployment.of(Chat.class, Service.class).container();
    private final HubThreads threads = new HubThreads(InjectionInACallTest::thread, 4, 4);
    private final LocalHub hub = open();

    private LocalHub open() {
        BeanManager beans = container.getBeanManager();
        HubcastExtension extension = beans.getExtension(HubcastExtension.class);
        HubModel model = extension.models().get(0);
        HubSender<?> sender = extension.senderOf(model);
        HubDispatcher dispatcher = new HubDispatcher(model, new HubBean(beans, model.type()), HubFilters.NONE, sender,
                new EntryRules((user, request) -> user.getName(), null, JoinPolicy.of(null)),
                new CallScope(container.select(RequestContextController.class)), HubOptions.DEFAULTS);
        LocalHub open = new LocalHub("chat", HubOptions.DEFAULTS, dispatcher, threads,
                List.of(new JsonHubProtocol(JsonMapping.standard())));
        sender.open(open, JoinPolicy.of(null));
        return open;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private Peer connect(String user) {
        return new Peer(hub, new CallerIdentity(() -> user, Set.of(), Set.of()), Runnable::run).connect();
    }

    @AfterEach
    void end() {
        threads.close(Duration.ZERO);
        container.close();
    }

    private static String result(String invocationId, String json) {
        return "{\"type\":3,\"invocationId\":\"" + invocationId + "\",\"result\":" + json + "}";
    }

    private static String sent(String target, String user, String text) {
        return "{\"type\":1,\"target\":\"" + target + "\",\"arguments\":[\"" + user + "\",\"" + text + "\"]}";
    }

    @Test
    void the_injected_caller_is_the_one_who_calls() {
        Peer ada = connect("ada");
        Peer eve = connect("eve");
        ada.invokes("1", "userName");
        ada.heardExactly(result("1", "\"ada\""));
        eve.invokes("1", "userName");

        eve.heardExactly(result("1", "\"eve\""));
    }

    @Test
    void what_the_caller_throws_leaves_as_it_is() {
        Peer ada = connect("ada");
        ada.invokes("1", "role");

        Eventually.holds(() -> assertThat(ada.hears()).last().asString().contains("The application declares no role 'undeclared'"));
    }

    @Test
    void a_thread_that_the_call_starts_has_no_caller() {
        Peer ada = connect("ada");
        ada.invokes("1", "onAnotherThread");

        ada.heardExactly(result("1", "\"none\""));
    }

    @Test
    void the_injected_context_reaches_groups_and_users() {
        Peer ada = connect("ada");
        Peer eve = connect("eve");
        ada.invokes("1", "join", "\"java\"");
        ada.heardExactly(result("1", "null"));
        eve.invokes("1", "say", "\"java\"", "\"hello\"");
        eve.invokes("2", "whisper", "\"ada\"", "\"psst\"");
        eve.heardExactly(result("1", "null"), result("2", "null"));

        ada.heardExactly(result("1", "null"), sent("said", "eve", "hello"), sent("whispered", "eve", "psst"));
        ada.invokes("2", "leave", "\"java\"");
        Eventually.holds(() -> assertThat(ada.hears()).last().isEqualTo(result("2", "null")));
        assertThat(hub.groupCount()).isZero();
    }
}
