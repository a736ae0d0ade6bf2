package dev.hubcast.tenants;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.websocket.server.ServerEndpoint;

/** A hub whose path says the tenant. */
@Hub(name = "company")
@ServerEndpoint("/{company}/hubs/company")
public class CompanyHub {

    public String tenant(HubCaller caller) {
        return caller.tenant();
    }
}
