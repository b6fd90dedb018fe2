package com.snowflake.snowpark_java.types;

public class Variant {}
