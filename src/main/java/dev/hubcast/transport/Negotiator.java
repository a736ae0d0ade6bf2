package dev.hubcast.transport;

import dev.hubcast.TransportType;
import dev.hubcast.security.CallerIdentity;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;

/** Answers negotiate requests ({@code TransportProtocols.md}, "POST [endpoint-base]/negotiate"): errors too are answered with 200. */
final class Negotiator {

    private static final int NEWEST_VERSION = 1;
    private static final int SERVICE_UNAVAILABLE = 503;

    /** Looked up once: a provider is searched for in all of an application's jars. */
    private final JsonProvider json = JsonProvider.provider();

    Answer negotiate(HubEndpoint endpoint, CallerIdentity caller, QueryString query) {
        String asked = query.first("negotiateVersion");
        int version;
        try {
            version = asked == null ? 0 : Math.min(Integer.parseInt(asked.strip()), NEWEST_VERSION);
        } catch (NumberFormatException e) {
            return error("The client requested a non-integer protocol version.");
        }
        if (version < endpoint.options().minimumProtocolVersion()) {
            return error("The client requested version '" + version + "', but the server does not support this version.");
        }
        Optional<Negotiation> begun = endpoint.negotiations().begin(
                caller.name(), version > 0, version > 0 && mayComeBack(endpoint, query));
        return begun.map(negotiation -> accepted(version, negotiation, endpoint))
                .orElseGet(() -> Answer.text(SERVICE_UNAVAILABLE, "Too many connections are being negotiated."));
    }

    private Answer accepted(int version, Negotiation negotiation, HubEndpoint endpoint) {
        JsonObjectBuilder answer = json.createObjectBuilder()
                .add("negotiateVersion", version)
                .add("connectionId", negotiation.connectionId());
        if (version > 0) {
            answer.add("connectionToken", negotiation.token());
        }
        if (negotiation.statefulReconnect()) {
            answer.add("useStatefulReconnect", true);
        }
        JsonArrayBuilder transports = json.createArrayBuilder();
        for (TransportType type : TransportType.values()) {
            if (endpoint.options().transports().contains(type)) {
                transports.add(json.createObjectBuilder().add("transport", type.wireName()).add("transferFormats", formats(type)));
            }
        }
        answer.add("availableTransports", transports);
        return Answer.json(answer.build().toString());
    }

    private static boolean mayComeBack(HubEndpoint endpoint, QueryString query) {
        return endpoint.options().statefulReconnect()
                && endpoint.options().transports().contains(TransportType.WEB_SOCKETS)
                && Boolean.parseBoolean(query.first("useStatefulReconnect"));
    }

    private JsonArrayBuilder formats(TransportType type) {
        JsonArrayBuilder text = json.createArrayBuilder().add("Text");
        return type.carriesBinary() ? text.add("Binary") : text;
    }

    private Answer error(String text) {
        return Answer.json(json.createObjectBuilder().add("error", text).build().toString());
    }
}
