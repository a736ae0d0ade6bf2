/**
 * Event queues over plain Server-Sent Events: what a queue keeps and for how long, its one listener, and the filter at the queues' address.
 */
package dev.hubcast.queue;
