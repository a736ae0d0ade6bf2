package dev.hubcast.dispatch;

import dev.hubcast.HubCaller;
import dev.hubcast.HubFilter.NextInvocation;
import dev.hubcast.HubInvocation;
import dev.hubcast.InvocationOutcome;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;

/** A client's call as the filters of its hub see it. */
final class FilteredCall {

    /** Calls the hub method. */
    interface Target {

        /** Takes all of the method's arguments. */
        Object call(Object[] arguments) throws Exception;
    }

    private final HubFilters filters;
    private final long since = System.nanoTime();
    /** As it came; without arguments until they are bound. */
    private volatile Call call;

    FilteredCall(HubFilters filters, HubCaller caller, String hub, HubMethodModel method, ClientCall.Request request) {
        this.filters = filters;
        this.call = new Call(caller, hub, request.target(), method, request.streaming(), List.of());
    }

    /** Has the filters call the method. */
    Object invoke(Object[] arguments, Target target) throws Exception {
        Parameters parameters = call.model().parameters();
        Call bound = call.with(parameters.ofCall(arguments));
        call = bound;
        NextInvocation hub = changed -> target.call(parameters.replaced(arguments, changed.arguments()));
        return filters.invoke(bound, hub);
    }

    /** Prepares what tells the filters that the call has ended by now. */
    Runnable ended(InvocationOutcome.Kind kind, Throwable failure, String error) {
        InvocationOutcome outcome = new InvocationOutcome(kind, failure, error, Duration.ofNanos(System.nanoTime() - since));
        return () -> filters.ended(call, outcome);
    }

    private record Call(HubCaller caller, String hub, String target, HubMethodModel model, boolean streaming, List<Object> arguments)
            implements HubInvocation {

        Call with(List<Object> other) {
            return new Call(caller, hub, target, model, streaming, other);
        }

        @Override
        public Method method() {
            return model == null ? null : model.method();
        }

        @Override
        public HubInvocation withArguments(List<?> other) {
            if (model == null) {
                throw new IllegalArgumentException("There is no method that could take arguments.");
            }
            return with(model.parameters().fitting(other));
        }
    }
}
