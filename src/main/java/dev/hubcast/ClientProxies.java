package dev.hubcast;

/** Whom a message is for, by the names of the clients' methods; a single client may also be asked for results. */
public interface ClientProxies extends HubClients<ClientProxy> {

    /**
     * One connection.
     *
     * @param connectionId the connection
     * @return the proxy
     */
    @Override
    SingleClientProxy client(String connectionId);
}
