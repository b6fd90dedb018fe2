package com.snowflake.snowpark_java;

public class Session {}
