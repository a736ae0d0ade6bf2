package dev.hubcast.deployment;

import dev.hubcast.HubJson;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.JsonHubProtocol;
import dev.hubcast.protocol.JsonMapping;
import dev.hubcast.protocol.MessagePackHubProtocol;
import dev.hubcast.protocol.MessagePackMapping;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.json.bind.Jsonb;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The formats that clients of an application's hubs may choose from: Hubcast's own, and those that are beans of the application. */
final class Protocols {

    private Protocols() {}

    /** How the application's values become JSON. */
    static JsonMapping json(CDI<Object> cdi) {
        Instance<Jsonb> own = cdi.select(Jsonb.class, new OfHubs());
        return own.isUnsatisfied() ? JsonMapping.standard(adapters(cdi.getBeanManager())) : JsonMapping.of(own.get());
    }

    static List<HubProtocol> of(CDI<Object> cdi) {
        Instance<Jsonb> own = cdi.select(Jsonb.class, new OfHubs());
        List<HubProtocol> protocols = new ArrayList<>();
        if (own.isUnsatisfied()) {
            Function<Class<?>, Object> adapters = adapters(cdi.getBeanManager());
            protocols.add(new JsonHubProtocol(JsonMapping.standard(adapters)));
            protocols.add(new MessagePackHubProtocol(MessagePackMapping.standard(adapters)));
        } else {
            protocols.add(new JsonHubProtocol(JsonMapping.of(own.get())));
            protocols.add(new MessagePackHubProtocol(MessagePackMapping.of(own.get())));
        }
        for (HubProtocol added : cdi.select(HubProtocol.class)) {
            requireOther(protocols, added);
            protocols.add(added);
        }
        return protocols;
    }

    private static void requireOther(List<HubProtocol> protocols, HubProtocol added) {
        if (protocols.stream().anyMatch(known -> known.name().equals(added.name()))) {
            throw new IllegalStateException("There are two hub protocols by the name \"" + added.name() + "\". "
                    + "Rename the one that is a bean of the application.");
        }
    }

    private static Function<Class<?>, Object> adapters(BeanManager beans) {
        return type -> instance(beans, type);
    }

    /** With its injected fields, as JSON Binding makes adapters too. */
    private static <T> T instance(BeanManager beans, Class<T> type) {
        return new Unmanaged<>(beans, type).newInstance().produce().inject().postConstruct().get();
    }

    private static final class OfHubs extends AnnotationLiteral<HubJson> implements HubJson {

        private static final long serialVersionUID = 1L;
    }
}
