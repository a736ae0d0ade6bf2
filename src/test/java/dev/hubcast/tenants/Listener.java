package dev.hubcast.tenants;

/** The clients, as an interface. */
public interface Listener {

    void said(String way);
}
