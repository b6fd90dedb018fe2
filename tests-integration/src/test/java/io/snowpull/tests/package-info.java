/** Tests of the whole: its structure, and what crosses modules. */
@NullMarked
package io.snowpull.tests;

import org.jspecify.annotations.NullMarked;
