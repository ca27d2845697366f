package dev.assay.internal.engine;

/**
 * Why a rule does not compile.
 *
 * @param key of the rule file, such as {@code match} or {@code verify.regex}
 * @param message what is wrong and what to do
 */
public record RuleFault(String key, String message) {}
