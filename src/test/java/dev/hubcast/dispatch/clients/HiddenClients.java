package dev.hubcast.dispatch.clients;

/** Calls the client interface from within its package. */
public final class HiddenClients {

    private HiddenClients() {}

    public static void shout(Object client) {
        ((HiddenClient) client).shouted("hello");
    }
}
