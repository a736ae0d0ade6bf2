package dev.hubcast.calls;

import dev.hubcast.HubException;
import dev.hubcast.HubMethod;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Methods that fail, each in its own way. */
public abstract class FailingMethods {

    @HubMethod
    public void throwUnchecked() {
        throw new IllegalStateException("secret of unchecked");
    }

    @HubMethod
    public void throwChecked() throws IOException {
        throw new IOException("secret of checked");
    }

    @HubMethod
    public void throwError() {
        throw new StackOverflowError("secret of error");
    }

    @HubMethod
    public CompletionStage<String> failStage() {
        return CompletableFuture.failedStage(new IOException("secret of stage"));
    }

    @HubMethod
    public CompletionStage<String> failStageLater() {
        return CompletableFuture.supplyAsync(() -> {
            throw new CompletionException(new IOException("secret of later stage"));
        });
    }

    @HubMethod
    public Object returnUnwritable() {
        return Double.NaN;
    }

    @HubMethod
    public void throwHub(String message) {
        throw new HubException(message, new IllegalStateException("secret cause"));
    }

    @HubMethod
    public CompletionStage<String> failStageWithHub(String message) {
        return CompletableFuture.failedStage(new CompletionException(new HubException(message)));
    }

    /** Inherited without {@link HubMethod}, so not callable. */
    public String inherited() {
        return "inherited";
    }
}
