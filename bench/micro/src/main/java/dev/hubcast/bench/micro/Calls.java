package dev.hubcast.bench.micro;

import dev.hubcast.TransportType;
import dev.hubcast.connection.ConnectionSetup;
import dev.hubcast.connection.Feed;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.HubThreads;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.connection.Transport;
import dev.hubcast.dispatch.CallScope;
import dev.hubcast.dispatch.EntryRules;
import dev.hubcast.dispatch.HubBean;
import dev.hubcast.dispatch.HubDispatcher;
import dev.hubcast.dispatch.HubFilters;
import dev.hubcast.dispatch.HubModel;
import dev.hubcast.dispatch.HubModelReader;
import dev.hubcast.dispatch.HubSender;
import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.Payload;
import dev.hubcast.security.CallerIdentity;
import dev.hubcast.security.JoinPolicy;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A call through everything but server and network: its bytes come in, the method of a CDI bean runs in the call's request context, the
 * answer's record goes out. All on the calling thread, so that threads' hand-overs, which a machine decides, are not in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Calls {

    private static final CallerIdentity NOBODY = new CallerIdentity(null, Set.of(), Set.of());

    /** The protocol's name. */
    @Param({"json", "messagepack"})
    public String protocol;

    /** What the call carries. */
    @Param
    public Argument argument;

    private final Answers answers = new Answers();
    private SeContainer container;
    private Feed feed;
    private byte[] call;

    /** Opens a connection, shakes hands and sees that a call is answered. */
    @Setup
    public void open() {
        HubProtocol wire = Wire.named(protocol);
        feed = hub(wire).open(new ConnectionSetup("1", NOBODY, new NoRequest(), Runnable::run, false), answers);
        hear(("{\"protocol\":\"" + protocol + "\",\"version\":1}\u001e").getBytes(StandardCharsets.UTF_8));
        call = Wire.record(wire, new Invocation("17", argument.method, Arguments.ofOne(argument.value), List.of()));
        Payload answer = dispatch();
        if (!(Wire.read(wire, answer.bytes()) instanceof Completion completion) || completion.error() != null) {
            throw new IllegalStateException("The call failed: " + answer.text());
        }
    }

    private LocalHub hub(HubProtocol wire) {
        container = SeContainerInitializer.newInstance().disableDiscovery().addBeanClasses(EchoHub.class).initialize();
        BeanManager manager = container.getBeanManager();
        HubModel model = new HubModelReader(manager.createAnnotatedType(EchoHub.class), manager::isScope).read().orElseThrow();
        EntryRules rules = new EntryRules((user, request) -> null, null, JoinPolicy.of(null));
        HubDispatcher dispatcher = new HubDispatcher(model, new HubBean(manager, EchoHub.class), HubFilters.NONE, new HubSender<>(), rules,
                new CallScope(container.select(RequestContextController.class)), HubOptions.DEFAULTS);
        HubThreads threads = new HubThreads(Runnable::run, Runnable::run, Runnable::run, Runnable::run, Runnable::run, stoppedClock());
        return new LocalHub(model.name(), HubOptions.DEFAULTS, dispatcher, threads, List.of(wire));
    }

    /** A ping that another thread is sending would take an answer along. */
    private static ScheduledExecutorService stoppedClock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, new DiscardPolicy());
        clock.shutdown();
        return clock;
    }

    private void hear(byte[] record) {
        feed.received(record, 0, record.length);
    }

    /**
     * Calls and hears the answer.
     *
     * @return the answer's record
     */
    @Benchmark
    public Payload dispatch() {
        hear(call);
        return answers.take();
    }

    /** Ends what was started. */
    @TearDown
    public void close() {
        container.close();
    }

    /** Keeps what was sent last. */
    private static final class Answers implements Transport {

        private Payload last;

        Payload take() {
            Payload taken = last;
            if (taken == null) {
                throw new IllegalStateException("There is no answer.");
            }
            last = null;
            return taken;
        }

        @Override
        public TransportType type() {
            return TransportType.WEB_SOCKETS;
        }

        @Override
        public void send(List<Payload> records, Sent sent) {
            last = records.get(records.size() - 1);
            sent.done(null);
        }

        @Override
        public void close(CloseCode code) {
            throw new IllegalStateException("The hub has closed the connection.");
        }

        @Override
        public void abort() {
            close(CloseCodes.CLOSED_ABNORMALLY);
        }
    }
}
