package dev.assay.internal.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Code;
import dev.assay.segment.Language;
import dev.assay.segment.Prose;
import dev.assay.segment.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareCodeTest {
  private static List<Segment> segments(String text) {
    return new Segmenter().segment(Records.answer(text)).segments();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\nimport os\n\ndef size(path):\n    return os.stat(path).st_size\n",
        "print(\"hello\")",
        "def area(a, h):\n    \"\"\"Given the height and a side of it,\n    return the area of the triangle.\n    \"\"\"\n    return a * h / 2\n",
        "const a = 1;\n\n\nfunction f() {\n  return a;\n}\n",
        "#include <stdio.h>\n\nint main(void) {\n  puts(\"x\");\n  return 0;\n}\n",
        "<?php\necho $_GET['a'];\n",
        "SELECT name, age\nFROM people\nWHERE age > 3;\n",
        "#!/bin/sh\nset -e\ncp -r a b\nrm -rf c\n",
        "<html>\n<body>\n<p>Hello there, you</p>\n</body>\n</html>",
        "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(1)\n}\n",
        "public class A {\r\n  private int b;\r\n}\r\n"
      })
  void anAnswerThatIsCodeIsOneCodeSegment(String text) {
    List<Segment> segments = segments(text);
    assertThat(segments).hasSize(1);
    assertThat(segments.get(0)).isInstanceOf(Code.class);
    Code code = (Code) segments.get(0);
    assertThat(text.substring(code.bodyStart(), code.bodyEnd()).strip()).isEqualTo(text.strip());
  }

  @Test
  void codeBetweenParagraphsIsFound() {
    String code =
        "import json\n\ndef load(path):\n    with open(path) as f:\n        return json.load(f)\n";
    String text =
        "Here is what you can do to read the file that you have.\n\n"
            + code
            + "\nCall it with the path of the file, and you will get a dictionary.\n";
    List<Segment> segments = segments(text);
    assertThat(segments).hasSize(3);
    Code found = (Code) segments.get(1);
    assertThat(text.substring(found.bodyStart(), found.bodyEnd())).isEqualTo(code);
    assertThat(found.language()).isEqualTo(Language.PYTHON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can call `os.getcwd()` to see where you are, and `os.chdir(path)` to go elsewhere.",
        "Ingredients:\n- two eggs\n- a cup of flour\n- salt\n\nSteps:\n1. Beat the eggs.\n2. Add the flour.\n",
        "The wind is low;\nthe hills are far;\nI count the snow,\nand every star;\n",
        "She has 16 - 3 - 4 = 9 eggs left.\nShe makes 9 * 2 = $18 every day.\n#### 18",
        "x + 2 = 10\nx = 10 - 2\nx = 8",
        "| Name | Age |\n|------|-----|\n| Ann  | 31  |\n| Bob  | 27  |\n",
        "Anna: Where have you been?\nBen: At the lake (it was cold).\nAnna: Again?\n",
        "2024-03-01 12:00:01 INFO  server started on port 80\n2024-03-01 12:00:02 WARN  no route to host\n",
        "For each of these you need to do the following:\n\nIf you are unsure, then ask (it costs nothing).",
        "Dear Sir or Madam,\n\nI am writing to you because of the invoice (no. 17);\nplease find it enclosed.\n",
        "**Note:** the function returns early, while the caller waits for the import to finish.",
        "\u6211\u5011\u660e\u5929\u53bb\u516c\u5712\u3002\n\u5929\u6c23\u5f88\u597d\uff1b",
        "   \n\n  ",
        "Is it true that class, public and private all return to the same import?"
      })
  void proseStaysProse(String text) {
    assertThat(segments(text)).hasSize(1).hasOnlyElementsOfType(Prose.class);
  }

  @Test
  void anEmptyTurnHasNoSegments() {
    assertThat(segments("")).isEmpty();
  }
}
