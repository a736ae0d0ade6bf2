package dev.hubcast.connection;

import dev.hubcast.ClientGoneException;
import dev.hubcast.HubException;
import dev.hubcast.protocol.ArgumentBindingException;
import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.Invocation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The results that a hub has asked its clients for. Safe for use by any number of threads. */
final class ClientResults {

    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Pending> byId = new ConcurrentHashMap<>();
    private final Map<HubConnection, Set<Pending>> byClient = new ConcurrentHashMap<>();

    private record Pending(String id, HubConnection client, Type type, CompletableFuture<Object> result) {

        void answer(Completion completion) {
            if (completion.error() != null) {
                fail(completion.error(), null);
            } else if (type == Void.class) {
                result.complete(null);
            } else if (completion.result() == null) {
                fail("Client didn't provide a result.", null);
            } else {
                bind(completion.result());
            }
        }

        private void bind(Arguments answer) {
            try {
                result.complete(answer.bind(List.of(type))[0]);
            } catch (ArgumentBindingException e) {
                fail("Error trying to deserialize result to " + type.getTypeName() + ". " + e.getMessage(), e);
            }
        }

        private void fail(String message, Throwable cause) {
            result.completeExceptionally(new HubException(message, cause));
        }

        void fail(ClientGoneException why) {
            result.completeExceptionally(why);
        }
    }

    /** Asks a client, which numbers its streams differently; throws {@link IllegalArgumentException} if the question cannot be written. */
    CompletableFuture<Object> ask(HubConnection client, Type type, String method, Arguments arguments) {
        Pending pending = new Pending("s" + numbers.incrementAndGet(), client, type, new CompletableFuture<>());
        add(pending);
        pending.result().whenComplete((result, failure) -> remove(pending));
        try {
            client.send(new Invocation(pending.id(), method, arguments, List.of()));
        } catch (RuntimeException e) {
            remove(pending);
            throw e;
        }
        if (client.hasEnded()) { // and may have done so before it was noted here
            pending.fail(gone(client));
        }
        return pending.result();
    }

    private void add(Pending pending) {
        byId.put(pending.id(), pending);
        byClient.compute(pending.client(), (client, before) -> {
            Set<Pending> all = before == null ? ConcurrentHashMap.newKeySet() : before;
            all.add(pending);
            return all;
        });
    }

    private void remove(Pending pending) {
        byId.remove(pending.id());
        byClient.computeIfPresent(pending.client(), (client, all) -> {
            all.remove(pending);
            return all.isEmpty() ? null : all;
        });
    }

    /** Answers whether somebody else was asked, and so the client lies. An answer that nobody waits for is skipped. */
    boolean isOfAnother(HubConnection client, String id) {
        Pending pending = byId.get(id);
        return pending != null && pending.client() != client;
    }

    /** Answers whether the client was asked. What depends on the answer does not hold up what the client says next. */
    boolean answer(Completion completion) {
        Pending pending = byId.remove(completion.invocationId());
        if (pending == null) {
            return false;
        }
        pending.client().relay(() -> pending.answer(completion));
        return true;
    }

    /** The client has gone. */
    void end(HubConnection client) {
        Set<Pending> asked = byClient.get(client);
        if (asked != null) {
            asked.forEach(pending -> pending.fail(gone(client)));
        }
    }

    private static ClientGoneException gone(HubConnection client) {
        return new ClientGoneException("Connection '" + client.id() + "' disconnected.");
    }

    /** How many clients' answers are waited for. */
    int count() {
        return byId.size();
    }
}
