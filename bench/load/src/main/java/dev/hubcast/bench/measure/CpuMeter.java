package dev.hubcast.bench.measure;

/**
 * Reads how much processor time server and client have used.
 */
public final class CpuMeter {

    private final ProcessFile server;
    private final ProcessFile client = new ProcessFile(ProcessHandle.current().pid());

    /**
     * Watches a server and this process.
     *
     * @param serverPid the server's process
     */
    public CpuMeter(long serverPid) {
        server = new ProcessFile(serverPid);
    }

    /**
     * What both have used up to now.
     *
     * @return sums since an arbitrary moment; take the difference of two
     */
    public Cost read() {
        return new Cost(server.cpuMicros(), client.cpuMicros(), System.nanoTime() / 1000);
    }
}
