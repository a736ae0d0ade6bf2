package dev.hubcast.bench.micro;

import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.Payload;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One record of a call: read with its argument bound to the parameter's type, and written.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Records {

    /** The protocol's name. */
    @Param({"json", "messagepack"})
    public String protocol;

    /** What the call carries. */
    @Param
    public Argument argument;

    private HubProtocol wire;
    private Invocation call;
    private byte[] record;
    private List<java.lang.reflect.Type> parameters;

    /** Makes the record. */
    @Setup
    public void prepare() {
        wire = Wire.named(protocol);
        call = new Invocation("17", argument.method, Arguments.ofOne(argument.value), List.of());
        record = Wire.record(wire, call);
        parameters = List.of(argument.type);
    }

    /**
     * Reads the record and binds its argument.
     *
     * @return the argument
     */
    @Benchmark
    public Object parse() {
        return ((Invocation) Wire.read(wire, record)).arguments().bind(parameters);
    }

    /**
     * Writes the record.
     *
     * @return the record
     */
    @Benchmark
    public Payload write() {
        return wire.write(call);
    }
}
