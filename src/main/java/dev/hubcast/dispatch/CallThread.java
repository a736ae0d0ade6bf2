package dev.hubcast.dispatch;

/** The thread that works for a call, as long as it does: who interrupts the call interrupts nothing else. */
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
        thread = null;
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
