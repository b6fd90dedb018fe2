/** Stands in for Snowpark's classes that only work inside Snowflake. */
@NullMarked
package com.snowflake.snowpark_java.types;

import org.jspecify.annotations.NullMarked;
