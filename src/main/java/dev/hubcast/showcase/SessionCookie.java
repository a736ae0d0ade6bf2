package dev.hubcast.showcase;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/** Keeps the session's cookie from scripts, and from what other sites' forms and scripts send. */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setHttpOnly(true);
        // In web.xml Payara 6 would warn of it; nor does it heed it here, and is told in payara-web.xml.
        cookie.setAttribute("SameSite", "Lax");
    }
}
