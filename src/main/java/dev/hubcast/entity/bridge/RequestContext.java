package dev.hubcast.entity.bridge;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.concurrent.Executor;

/**
 * Gives observers a request context when a transaction is over, if the thread has none any more, as CDI does (4.0, section 10.5.3).
 *
 * @param beans the application's beans
 */
record RequestContext(BeanManager beans) implements Executor {

    @Override
    public void execute(Runnable observers) {
        Instance<RequestContextController> controllers = beans.createInstance().select(RequestContextController.class);
        RequestContextController controller = controllers.get();
        boolean begun = controller.activate();
        try {
            observers.run();
        } finally {
            if (begun) {
                controller.deactivate();
            }
            controllers.destroy(controller);
        }
    }
}
