package dev.hubcast.realtime;

import dev.hubcast.GroupsByQuery;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubMethod;

/** What hubs of an application have in common; each concrete one offers it. */
@GroupsByQuery
public abstract class MessagesHub {

    /** Each hub's own. */
    protected abstract HubContext<?> hub();

    @HubMethod
    public String connectionId(HubCaller caller) {
        return caller.connectionId();
    }

    @HubMethod("LeaveGroup")
    public void leave(HubCaller caller, String group) {
        hub().groups().remove(caller, group);
    }

    @HubMethod
    public void nothing() {}

    public String notForClients() {
        return "secret";
    }
}
