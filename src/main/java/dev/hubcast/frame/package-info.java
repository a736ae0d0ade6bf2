/**
 * WebSocket frames (RFC 6455) and nothing else: bytes in, messages and violations out, and back. Knows no server and no hub.
 *
 * <p>Of our own because the codecs that exist are parts of servers (Tyrus, Undertow, Netty) and bring them along, or allocate a frame and a
 * buffer for each message, while a hub's payloads can be unmasked in place and handed on without a copy. The tests hold it to a plain decoder
 * of whole messages and to the JDK's UTF-8 decoder.
 */
package dev.hubcast.frame;
