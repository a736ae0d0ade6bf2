package dev.hubcast.showcase;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** Ends the browser's session: at log-out, and before a log-in, so that no session id from before it lives on. */
final class Sessions {

    private Sessions() {}

    static void end(HttpServletRequest request) throws ServletException {
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
