package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Tree;
import java.util.Arrays;

/** What each name may stand for where it is used: definitions, functions, calls, guards. */
final class Definitions {
  /** Most definitions that are followed from one use. */
  static final int MAX_FOLLOWED = 16;

  private static final int MAX_SCANNED = 64;

  /** The name is the value. */
  static final byte VALUE = 0;

  /** The name is a part or an element of the value. */
  static final byte PART = 1;

  /** The value was put into what the name already held. */
  static final byte MIXED = 2;

  /** The name is a function's parameter; the value is the PARAMETER. */
  static final byte PARAMETER = 3;

  /** The name is a caught exception; the value is the EXCEPT. */
  static final byte EXCEPTION = 4;

  /** The name is a function or a class; the value is its node. */
  static final byte DECLARED = 5;

  private static final int[] NONE = {};

  private final Tree tree;
  private int size = 1;
  byte[] kind = new byte[64];
  int[] value = new int[64];
  int[] word = new int[64];
  int[] function = new int[64];
  int[] sameWord = new int[64];

  /** NAME node that a definition binds, where it stands in a pattern; otherwise 0. */
  int[] target = new int[64];

  private final int[] ofWord;

  /** How much was done so far: lists joined, compared and made longer. */
  private long work;

  private int cells = 1;
  private int[] cellDefinition = new int[64];
  private int[] cellNext = new int[64];
  private int[] cellLength = new int[64];

  /** List of definitions that reach a NAME node; 0 where no local one does. */
  final int[] reaching;

  /** FUNCTION node around each function, 0 for the file. */
  final int[] functionOf;

  final Links members;
  final Links calls;
  final Links returns;
  final Links guards;

  /** By the name whose address was parsed: the names of what was parsed out, in conditions. */
  final Links parsed;

  final int[] imported;

  Definitions(Tree tree) {
    this.tree = tree;
    this.reaching = new int[tree.size()];
    this.functionOf = new int[tree.size()];
    this.ofWord = new int[tree.wordLimit()];
    this.imported = new int[tree.wordLimit()];
    this.members = new Links();
    this.calls = new Links();
    this.returns = new Links();
    this.guards = new Links();
    this.parsed = new Links();
    new DefinitionWalk(tree, this).run();
  }

  int define(byte definitionKind, int definedWord, int node, int inFunction) {
    if (size == kind.length) {
      kind = Arrays.copyOf(kind, size * 2);
      value = Arrays.copyOf(value, size * 2);
      word = Arrays.copyOf(word, size * 2);
      function = Arrays.copyOf(function, size * 2);
      sameWord = Arrays.copyOf(sameWord, size * 2);
      target = Arrays.copyOf(target, size * 2);
    }
    kind[size] = definitionKind;
    value[size] = node;
    word[size] = definedWord;
    function[size] = inFunction;
    sameWord[size] = ofWord[definedWord];
    ofWord[definedWord] = size;
    return size++;
  }

  /** Notes where the newest definition stands in a pattern. */
  void bound(int name) {
    target[size - 1] = name;
  }

  long work() {
    return work;
  }

  /** How many links all lists have together. */
  int cells() {
    return cells;
  }

  int cell(int definition, int next) {
    work++;
    int length = next == 0 ? 1 : cellLength[next] + 1;
    if (length > MAX_FOLLOWED) {
      return next;
    }
    if (cells == cellDefinition.length) {
      cellDefinition = Arrays.copyOf(cellDefinition, cells * 2);
      cellNext = Arrays.copyOf(cellNext, cells * 2);
      cellLength = Arrays.copyOf(cellLength, cells * 2);
    }
    cellDefinition[cells] = definition;
    cellNext[cells] = next;
    cellLength[cells] = length;
    return cells++;
  }

  /** Both lists as one, each definition once. */
  int union(int one, int two) {
    work++;
    if (one == two || two == 0) {
      return one;
    }
    if (cellLength[two] >= cellLength[one] && holdsAll(two, one)) {
      return two; // branches within branches would copy the same list at each level
    }
    int merged = one;
    for (int cell = two; cell != 0; cell = cellNext[cell]) {
      if (!holds(one, cellDefinition[cell])) {
        merged = cell(cellDefinition[cell], merged);
      }
    }
    return merged;
  }

  private boolean holdsAll(int list, int part) {
    for (int cell = part; cell != 0; cell = cellNext[cell]) {
      if (!holds(list, cellDefinition[cell])) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(int list, int definition) {
    for (int cell = list; cell != 0; cell = cellNext[cell]) {
      work++;
      if (cellDefinition[cell] == definition) {
        return true;
      }
    }
    return false;
  }

  /** Definitions that may reach the NAME, newest first, as indexes into the arrays above. */
  int[] of(int name) {
    int list = reaching[name];
    if (list != 0) {
      int count = 0;
      int[] found = new int[Math.min(MAX_FOLLOWED, cellLength[list])];
      for (int cell = list; cell != 0 && count < found.length; cell = cellNext[cell]) {
        found[count++] = cellDefinition[cell];
      }
      return found;
    }
    return outer(tree.data(name), name);
  }

  private int[] outer(int wanted, int name) {
    if (wanted < 0 || wanted >= ofWord.length || ofWord[wanted] == 0) {
      return NONE;
    }
    int from = functionOf(name);
    int[] found = new int[MAX_FOLLOWED];
    int count = 0;
    int scanned = 0;
    for (int at = ofWord[wanted]; at != 0 && count < MAX_FOLLOWED; at = sameWord[at]) {
      if (++scanned > MAX_SCANNED) {
        break;
      }
      if (encloses(function[at], from)) {
        found[count++] = at;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private boolean encloses(int outer, int inner) {
    int at = inner;
    for (int i = 0; i < 100; i++) {
      if (at == outer) {
        return true;
      }
      if (at == 0) {
        return false;
      }
      at = functionOf[at];
    }
    return false;
  }

  /** Key of {@code object.member} in {@link #members}; -1 where the object is not a name. */
  int member(int attribute) {
    int object = tree.first(attribute);
    return tree.kind(object) == dev.assay.internal.code.tree.Kind.NAME
        ? tree.data(object) * 31 + tree.data(attribute)
        : -1;
  }

  /** The FUNCTION node around a node, 0 for the file. */
  int functionOf(int node) {
    return tree.enclosing(node, dev.assay.internal.code.tree.Kind.FUNCTION);
  }

  /** FUNCTION nodes of that name anywhere in the file; 0 if none. */
  int functionNamed(int wanted) {
    if (wanted < 0 || wanted >= ofWord.length) {
      return 0;
    }
    int scanned = 0;
    for (int at = ofWord[wanted]; at != 0 && scanned++ < MAX_SCANNED; at = sameWord[at]) {
      int node = kind[at] == DECLARED || kind[at] == VALUE ? unwrapped(value[at]) : 0;
      if (node != 0 && tree.kind(node) == dev.assay.internal.code.tree.Kind.FUNCTION) {
        return node;
      }
    }
    return 0;
  }

  /** What stands behind {@code async}. */
  private int unwrapped(int node) {
    return tree.kind(node) == dev.assay.internal.code.tree.Kind.AWAIT ? tree.first(node) : node;
  }

  /** The word that a FUNCTION is called by: its own, or the name that it is assigned to; or -1. */
  int nameOf(int functionNode) {
    if (tree.data(functionNode) >= 0) {
      return tree.data(functionNode);
    }
    int around = tree.parent(functionNode);
    if (tree.kind(around) == dev.assay.internal.code.tree.Kind.AWAIT) {
      around = tree.parent(around);
    }
    int name = tree.first(around);
    return tree.kind(around) == dev.assay.internal.code.tree.Kind.ASSIGN
            && tree.kind(name) == dev.assay.internal.code.tree.Kind.NAME
            && unwrapped(tree.last(around)) == functionNode
        ? tree.data(name)
        : -1;
  }
}
