package dev.assay.internal.code.flow;

import org.jspecify.annotations.Nullable;

/**
 * A question about values: do they come from here without passing there?
 *
 * @param key the same for the same question
 * @param paths names, members and calls whose value is meant
 * @param parameters parameters of any function count, where the file shows no caller
 * @param handlerParameters parameters of functions that a framework calls with a request's data
 * @param typedParameters such parameters count even where the route makes them numbers
 * @param handlers decorators that make a function such a handler
 * @param unknown names without a definition and results of unknown calls count
 * @param members members of the object itself that the code does not show the value of count
 * @param exceptions caught exceptions count
 * @param sanitizers calls whose result is harmless
 * @param guards calls that check a value in a condition, after which it is harmless
 * @param allowLists a membership test in a condition makes a value harmless
 * @param numbers numbers are harmless: casts, lengths, numeric formats
 */
public record Sources(
    String key,
    PathSet paths,
    boolean parameters,
    boolean handlerParameters,
    boolean typedParameters,
    PathSet handlers,
    boolean unknown,
    boolean members,
    boolean exceptions,
    PathSet sanitizers,
    @Nullable PathSet guards,
    boolean allowLists,
    boolean numbers) {}
