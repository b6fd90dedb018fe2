package io.snowpull.local.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class one local account. A test, or a method before or after it, may ask for
 * a {@link LocalAccount}, and for a {@link java.sql.Connection}: that is a session in a database of
 * the test's own, which is dropped after it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(LocalAccountExtension.class)
public @interface WithLocalAccount {}
