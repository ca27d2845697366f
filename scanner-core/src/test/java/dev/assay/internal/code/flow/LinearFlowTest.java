package dev.assay.internal.code.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.code.HostileShapes;
import dev.assay.internal.code.tree.CodeParser;
import dev.assay.internal.code.tree.Tree;
import dev.assay.segment.Language;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The steps of data flow grow as the code does, and so does the memory of its definitions. */
class LinearFlowTest {
  private static final int SIZE = 6_000;
  private static final int LINES = 20_000;

  /** Lists of definitions grow to their limit first. */
  private static final int ONCE = 20_000;

  /** Most links of lists by line: a list is at most 16 long. */
  private static final int CELLS = 20;

  private static final Sources SOURCES =
      new Sources(
          "test",
          PathSet.of("q.*"),
          true,
          false,
          false,
          PathSet.of("h"),
          true,
          true,
          true,
          PathSet.of("s"),
          PathSet.of("g"),
          true,
          true);

  @Property(seed = "20261124", tries = 300)
  void twiceTheCodeTakesTwiceTheSteps(@ForAll("shapes") String shape, @ForAll Language language) {
    long once = work(shape.repeat(SIZE / shape.length()), language);
    long twice = work(shape.repeat(2 * SIZE / shape.length()), language);

    assertThat(twice).isLessThanOrEqualTo(2 * once + ONCE);
  }

  @Test
  void assignmentsInNestedBranchesTakeMemoryByTheLine() {
    for (int depth : List.of(1, 8, 40)) {
      for (int names : List.of(10, 500, 5_000)) {
        for (boolean otherwise : List.of(false, true)) {
          String code = branches(LINES, depth, names, otherwise);
          Definitions definitions = flow(code, Language.GO).definitions();
          String as = depth + " deep, " + names + " names, " + otherwise;

          assertThat(definitions.cells()).as(as).isLessThan(CELLS * LINES);
          assertThat(definitions.work()).as(as).isLessThan(400L * LINES);
        }
      }
    }
  }

  @Test
  void whatIsSetDeepInsideIsNotCopiedAtEachLevel() {
    int alternatives = 12;
    int names = LINES / (alternatives + 1);
    StringBuilder code = new StringBuilder("func f(c int) {\n");
    assignments(code, names, 0, names);
    code.append("if c > 1 {\n".repeat(40));
    for (int i = 0; i < alternatives; i++) {
      code.append("if c > ").append(i).append(" {\n");
      assignments(code, names, 0, names);
      code.append("}\n");
    }
    code.append("}\n".repeat(41));

    assertThat(flow(code.toString(), Language.GO).definitions().cells()).isLessThan(CELLS * LINES);
  }

  @Test
  void whatManyBranchesSetReachesTheUseBehindThem() {
    StringBuilder code = new StringBuilder("if (c) {\n");
    for (int i = 0; i < 1000; i++) {
      code.append("v").append(i).append(" = a;\n");
    }
    code.append("} else {\n");
    for (int i = 0; i < 1000; i++) {
      code.append("v").append(i).append(" = b;\n");
    }
    code.append("}\nuse(v500);\n");
    Flow flow = flow(code.toString(), Language.JAVASCRIPT);
    Tree tree = flow.tree();
    int use = 0;
    for (int node = 1; node < tree.size(); node++) {
      boolean last = tree.start(node) == code.indexOf("v500);");
      use = last && tree.text(node).equals("v500") ? node : use;
    }

    assertThat(flow.definitions().of(use)).hasSize(2);
  }

  /** A function full of blocks, each with nested conditions and assignments at every level. */
  private static String branches(int lines, int depth, int names, boolean otherwise) {
    StringBuilder code = new StringBuilder("func f(c int) {\n");
    int made = 0;
    while (made < lines) {
      int perLevel = Math.max(1, Math.min(names, lines / (2 * depth)));
      for (int level = 0; level < depth; level++) {
        made += assignments(code, perLevel, made, names);
        code.append("if c > ").append(level).append(" {\n");
      }
      made += assignments(code, perLevel, made, names);
      for (int level = 0; level < depth; level++) {
        code.append("}");
        if (otherwise) {
          code.append(" else {\n");
          made += assignments(code, perLevel, made, names);
          code.append("}");
        }
        code.append("\n");
      }
    }
    return code.append("}\n").toString();
  }

  private static int assignments(StringBuilder code, int count, int from, int names) {
    for (int i = 0; i < count; i++) {
      code.append("v").append((from + i) % names).append(" = v").append((from + 7 * i) % names);
      code.append(" + c\n");
    }
    return count;
  }

  private static long work(String code, Language language) {
    Flow flow = flow(code, language);
    Taint taint = flow.taint(SOURCES);
    for (int node = 1; node < flow.tree().size(); node++) {
      taint.reaches(node);
    }
    return taint.work() + flow.definitions().work();
  }

  private static Flow flow(String code, Language language) {
    return new Flow(CodeParser.parse(code, 0, code.length(), language));
  }

  @Provide
  Arbitrary<String> shapes() {
    Arbitrary<List<String>> some =
        Arbitraries.of(HostileShapes.ALL).list().ofMinSize(1).ofMaxSize(4);
    return some.map(list -> String.join("", list));
  }
}
