package dev.hubcast.itest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The servers that this JVM started. */
final class ServerProcesses {

    private ServerProcesses() {}

    /** Waits until every server has ended, so that its log is whole; ends by force those that do not, and returns their number. */
    static int awaitEnd(Duration limit) throws InterruptedException {
        List<ProcessHandle> servers = ProcessHandle.current().children().filter(ServerProcesses::isJava).toList();
        try {
            allEnded(servers).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return 0;
        } catch (TimeoutException e) {
            List<ProcessHandle> left = servers.stream().filter(ProcessHandle::isAlive).toList();
            left.forEach(ProcessHandle::destroyForcibly);
            return left.size();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for the servers' end failed", e);
        }
    }

    private static CompletableFuture<?> allEnded(List<ProcessHandle> servers) {
        return CompletableFuture.allOf(servers.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().map(command -> Path.of(command).getFileName().toString().startsWith("java")).orElse(false);
    }
}
