/** Application packages, installed applications, their references and what they may do. */
@NullMarked
package io.snowpull.local.engine.nativeapp;

import org.jspecify.annotations.NullMarked;
