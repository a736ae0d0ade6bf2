package dev.hubcast.showcase.mail;

/** What became of one recipient's letter. */
public enum Status {

    WAITING, SENT, FAILED, BOUNCED;

    /** A letter may be back before the thread that sent it has said so; what is over stays as it is. */
    boolean follows(Status before) {
        return switch (this) {
            case WAITING -> false;
            case SENT, FAILED -> before == WAITING;
            case BOUNCED -> before != BOUNCED;
        };
    }
}
