package dev.hubcast.transports;

import dev.hubcast.TransportType;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;

/** What a request asks of a connection. */
enum Use {

    WEB_SOCKET {
        @Override
        RawRequest request(RawHubConnector hub, String token) {
            return hub.webSocketRequest(token);
        }
    },

    EVENT_STREAM {
        @Override
        RawRequest request(RawHubConnector hub, String token) {
            return hub.eventStreamRequest(token);
        }
    },

    POLL {
        @Override
        RawRequest request(RawHubConnector hub, String token) {
            return hub.pollRequest(token);
        }
    },

    POST {
        @Override
        RawRequest request(RawHubConnector hub, String token) {
            return hub.postRequest(token, "{\"type\":6}\u001e");
        }
    },

    DELETE {
        @Override
        RawRequest request(RawHubConnector hub, String token) {
            return hub.deleteRequest(token);
        }
    };

    /** A request to a hub; a token that is null is left out. */
    abstract RawRequest request(RawHubConnector hub, String token);

    /** What opens a transport. */
    static Use opening(TransportType type) {
        return switch (type) {
            case WEB_SOCKETS -> WEB_SOCKET;
            case SERVER_SENT_EVENTS -> EVENT_STREAM;
            case LONG_POLLING -> POLL;
        };
    }
}
