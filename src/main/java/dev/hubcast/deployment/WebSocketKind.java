package dev.hubcast.deployment;

/** Whose WebSocket carries the hubs. */
enum WebSocketKind {

    /** Hubcast's own, over the servlet upgrade: cheaper, and it can push back and abort. */
    UPGRADE,

    /** The container's, by Jakarta WebSocket. */
    CONTAINER
}
