package dev.hubcast.showcase.sales;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/** Customers who order one after another, by an EJB timer, until they are sent away or have had enough. */
@Singleton
public class RushHour {

    private static final long MILLIS_BETWEEN = 600;
    private static final int CUSTOMERS = 200;

    private final RandomGenerator random = RandomGenerator.getDefault();
    private int customersLeft;

    @Resource TimerService timers;
    @Inject Orders orders;
    @Inject Event<RushHourChanged> changed;

    /** Whether customers are coming. */
    public boolean isOn() {
        return customersLeft > 0;
    }

    /** Lets customers come, or sends them away. */
    public void turn(boolean on) {
        if (on == isOn()) {
            return;
        }
        if (on) {
            timers.createIntervalTimer(0, MILLIS_BETWEEN, new TimerConfig(null, false));
        } else {
            timers.getTimers().forEach(Timer::cancel);
        }
        customersLeft = on ? CUSTOMERS : 0;
        changed.fire(new RushHourChanged(on));
    }

    @Timeout
    void serve() {
        // A customer who was on the way when the others were sent away.
        if (!isOn()) {
            return;
        }
        orders.place(any(Region.values()), any(Product.values()), random.nextInt(1, 4));
        if (customersLeft == 1) {
            turn(false);
        } else {
            customersLeft--;
        }
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
