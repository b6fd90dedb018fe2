package io.snowpull.processor.render;

/** A generated file: its name below {@code sf/} and its text, lines ended by {@code \n}. */
public record GeneratedFile(String name, String text) {}
