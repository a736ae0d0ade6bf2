package dev.hubcast.connection;

import dev.hubcast.connection.CallQueue.Kind;
import dev.hubcast.connection.CallQueue.Step;
import java.util.ArrayList;
import java.util.Collection;

/**
 * Which calls of a connection are not over. So many have a turn at a time; whoever takes the last one has everything wait until its method
 * has returned, unless a turn becomes free before. For one thread at a time.
 */
final class Turns {

    private final int atOnce;
    private final Workers workers;
    private final Collection<Step> taken = new ArrayList<>(1);
    /** Calls whose methods have not returned. */
    private final Collection<Step> onThread = new ArrayList<>(1);
    /** Those of them that have given up their turn, null while none has. */
    private Collection<Step> keeping;
    /** The one that everything waits for. */
    private Step last;
    /** Calls that are not over, with those that have given up their turn. */
    private int begun;

    Turns(int atOnce, Workers workers) {
        this.atOnce = atOnce;
        this.workers = workers;
    }

    /** Whether a step may begin while these calls are not over. */
    boolean allow(Kind step) {
        return switch (step) {
            case BESIDE -> true;
            case CALL -> taken.size() < atOnce;
            case ALONE -> taken.isEmpty();
        };
    }

    /** Whether no call has a turn. */
    boolean areFree() {
        return taken.isEmpty();
    }

    /** A call takes a turn. Answers whether everything waits for it now. */
    boolean take(Step call) {
        begun++;
        taken.add(call);
        onThread.add(call);
        if (taken.size() < atOnce) {
            return false;
        }
        last = call;
        return true;
    }

    /** Whether a call may give up its turn: no more than so many have. One that has none any more gives up nothing. */
    boolean mayGiveUp(Step call, int most) {
        return begun - taken.size() < most || !taken.contains(call);
    }

    /** A call gives up its turn, which may keep its worker; then another one may stand in. Answers whether everything has waited for it. */
    boolean giveUp(Step call) {
        if (onThread.remove(call)) {
            if (keeping == null) {
                keeping = new ArrayList<>(1);
            }
            keeping.add(call);
            workers.oneWaits();
        }
        return free(call);
    }

    /** The method of a call has returned. Answers whether everything has waited for that. */
    boolean returned(Step call) {
        onThread.remove(call);
        if (keeping != null && keeping.remove(call)) {
            workers.oneWaitsNoLonger();
        }
        return call == last && goOn();
    }

    /** A call is over; it may have given up its turn before. Answers whether everything has waited for it. */
    boolean end(Step call) {
        begun--;
        boolean waited = returned(call);
        return free(call) || waited;
    }

    /** With a turn that is free, nobody need wait for a method. */
    private boolean free(Step call) {
        return taken.remove(call) && last != null && goOn();
    }

    private boolean goOn() {
        last = null;
        return true;
    }
}
