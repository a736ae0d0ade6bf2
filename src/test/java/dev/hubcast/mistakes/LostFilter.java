package dev.hubcast.mistakes;

import dev.hubcast.HubFilter;

/** Has no scope, and so is no bean. */
public class LostFilter implements HubFilter {}
