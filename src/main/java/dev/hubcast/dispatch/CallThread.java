package dev.hubcast.dispatch;

/**
 * The thread that works for a call, as long as it does: who interrupts the call interrupts nothing else. Of two, where the second begins
 * before the first has come back, it is the second.
 */
final class CallThread {

    private Thread thread;
    private boolean interrupted;

    void run(Runnable work) {
        begin();
        try {
            work.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
        if (interrupted) {
            thread.interrupt();
        }
    }

    private synchronized void end() {
        if (thread == Thread.currentThread()) {
            thread = null;
        }
        Thread.interrupted();
    }

    /** From now on the work is interrupted. */
    synchronized void interrupt() {
        interrupted = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
