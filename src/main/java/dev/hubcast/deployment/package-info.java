/** Where the application server meets Hubcast: the CDI extension, the servlet initializer, the WebSocket registration, configuration. */
package dev.hubcast.deployment;
