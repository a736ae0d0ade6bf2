package dev.hubcast.javaclient;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import com.microsoft.signalr.TransportEnum;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that runs once for each transport that the Java client has, and takes it as its parameter. */
@ParameterizedTest
@EnumSource(value = TransportEnum.class, names = {"WEBSOCKETS", "LONG_POLLING"})
@Retention(RUNTIME)
@Target(ElementType.METHOD)
@interface ByEveryTransport {}
