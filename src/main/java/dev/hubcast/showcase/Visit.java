package dev.hubcast.showcase;

import dev.hubcast.HubCaller;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the chat keeps for one connection: the rooms that this window has entered.
 *
 * @param rooms the rooms' names
 */
record Visit(Set<String> rooms) {

    static Visit of(HubCaller caller) {
        return (Visit) caller.items().computeIfAbsent("visit", key -> new Visit(ConcurrentHashMap.newKeySet()));
    }
}
