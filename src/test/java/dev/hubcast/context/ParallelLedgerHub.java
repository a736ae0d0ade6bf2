package dev.hubcast.context;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Runs four calls of a client at a time. */
@Hub(name = "parallel-ledger")
@ServerEndpoint("/hubs/parallel-ledger")
public class ParallelLedgerHub {

    private static final int AT_A_TIME = 4;
    private static final Map<String, CyclicBarrier> MEETINGS = new ConcurrentHashMap<>();

    @Inject
    Ledger ledger;

    @Inject
    CallScoped scoped;

    @Inject
    HubCaller injected;

    /** Looks around when four calls of the client are here at once, and again when they have done so. */
    @Transactional
    public String meet(HubCaller caller) throws NamingException, InterruptedException, BrokenBarrierException, TimeoutException {
        CyclicBarrier meeting = MEETINGS.computeIfAbsent(caller.connectionId(), id -> new CyclicBarrier(AT_A_TIME));
        String id = scoped.id();
        meeting.await(20, TimeUnit.SECONDS);
        TransactionSynchronizationRegistry transactions = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        String seen = String.join(" ", ledger.caller(), injected.userName(), InitialContext.doLookup("java:comp/env/greeting"),
                transactions.getTransactionStatus() == Status.STATUS_ACTIVE ? "active" : "none");
        meeting.await(20, TimeUnit.SECONDS);
        return seen + " " + id.equals(scoped.id()) + " " + id;
    }
}
