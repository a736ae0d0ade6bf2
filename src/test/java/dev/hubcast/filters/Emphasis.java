package dev.hubcast.filters;

import dev.hubcast.HubException;
import dev.hubcast.HubFilter;
import dev.hubcast.HubInvocation;
import dev.hubcast.event.OfHub;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Changes what passes the desk, whatever its kind. */
@ApplicationScoped
@OfHub("desk")
public class Emphasis implements HubFilter {

    @Override
    public Object invoke(HubInvocation call, NextInvocation next) throws Exception {
        if (call.arguments().contains("forbidden")) {
            throw new HubException("Not here.");
        }
        if (call.target().equals("echo")) {
            return next.proceed(call.withArguments(List.of(call.arguments().get(0) + "!")));
        }
        Object result = next.proceed(call);
        if (result instanceof CompletionStage<?> stage) {
            return stage.thenApply(text -> text + "!");
        }
        return result instanceof Stream<?> items ? items.map(item -> item + "!") : result;
    }
}
