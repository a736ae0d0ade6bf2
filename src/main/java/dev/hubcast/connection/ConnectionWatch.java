package dev.hubcast.connection;

import jakarta.websocket.CloseReason;

/**
 * Is told what becomes of a hub's connections: of each, on an application thread, one thing after another and between its calls. Deals
 * itself with the context in which the application's code runs, and throws nothing.
 */
public interface ConnectionWatch {

    /** Looks away. */
    ConnectionWatch NOBODY = new ConnectionWatch() {

        @Override
        public boolean hearsOfGroups() {
            return false;
        }

        @Override
        public void connected(HubConnection connection) {}

        @Override
        public void joined(HubConnection connection, String group) {}

        @Override
        public void left(HubConnection connection, String group) {}

        @Override
        public void disconnected(HubConnection connection, CloseReason reason) {}
    };

    /**
     * Whether anybody wants to hear of groups.
     *
     * @return always the same
     */
    boolean hearsOfGroups();

    /**
     * The handshake was accepted; {@code @OnOpen} is next.
     *
     * @param connection the connection
     */
    void connected(HubConnection connection);

    /**
     * The connection has joined a group, and may have left it since.
     *
     * @param connection the connection
     * @param group the group
     */
    void joined(HubConnection connection, String group);

    /**
     * The connection has left a group that it was told to have joined.
     *
     * @param connection the connection
     * @param group the group
     */
    void left(HubConnection connection, String group);

    /**
     * The connection is over, and has been told to have left all groups.
     *
     * @param connection the connection
     * @param reason why it ended
     */
    void disconnected(HubConnection connection, CloseReason reason);
}
