/**
 * Hub code: what a hub class offers, how a call finds its method, its arguments and its context, and how hub code sends.
 */
package dev.hubcast.dispatch;
