package dev.hubcast.context;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.conformance.Folding;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Asks the server, from within calls, what an application's code may rely on. */
@Hub(name = "ledger")
@ServerEndpoint("/hubs/ledger")
public class LedgerHub {

    @Inject
    HubContext<LedgerHub> hub;

    @Inject
    Ledger ledger;

    @Inject
    CallScoped scoped;

    @Inject
    HubCaller injected;

    @OnOpen
    void opened(HubCaller caller) {
        caller.client().send("opened", ledger.caller(), scoped.id());
    }

    @OnClose
    void closed(HubCaller caller) {
        caller.others().send("closed", ledger.caller());
    }

    public String ejbCaller() {
        return ledger.caller();
    }

    /** In one request of its own. */
    public Stream<String> ejbCallers(int count) {
        return IntStream.range(0, count).mapToObj(number -> ledger.caller() + " " + ledger.requestId());
    }

    /** Of each item that is uploaded. */
    public CompletionStage<String> ejbCallersOf(Flow.Publisher<String> items) {
        return Folding.of(items, "", (all, item) -> all + item + ledger.caller());
    }

    public boolean ejbCallerIs(String role) {
        return ledger.callerIs(role);
    }

    public boolean callerIs(HubCaller caller, String role) {
        return caller.isUserInRole(role);
    }

    public String injectedCaller(HubCaller caller) {
        return injected.connectionId().equals(caller.connectionId()) ? injected.userName() : "another";
    }

    public List<String> requestIds() {
        return List.of(scoped.id(), ledger.requestId());
    }

    public int destroyed() {
        return CallScoped.DESTROYED.get();
    }

    public long write(String text) {
        return ledger.write(text);
    }

    public long count() {
        return ledger.count();
    }

    @Transactional
    public String inTransaction() throws NamingException {
        TransactionSynchronizationRegistry registry =
                InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        return registry.getTransactionStatus() == Status.STATUS_ACTIVE ? "active" : "status " + registry.getTransactionStatus();
    }

    @Transactional
    public long writeAndFail(String text) {
        ledger.write(text);
        throw new IllegalStateException("rolled back");
    }

    public String lookup(String name) throws NamingException {
        return InitialContext.<Object>doLookup(name).toString();
    }

    public int userTransaction() throws Exception {
        return InitialContext.<UserTransaction>doLookup("java:comp/UserTransaction").getStatus();
    }

    public String loader() {
        return Thread.currentThread().getContextClassLoader() == LedgerHub.class.getClassLoader() ? "the application's" : "another";
    }

    public String thread() {
        return Thread.currentThread().getName();
    }

    public String trimmed(@NotBlank @Size(max = 5) String text) {
        return text.strip();
    }
}
