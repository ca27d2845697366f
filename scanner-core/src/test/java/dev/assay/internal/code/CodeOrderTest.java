package dev.assay.internal.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What patterns say of a value's place among statements: checked before, used behind. */
class CodeOrderTest {
  private static final String UNBOUNDED = "call: [memcpy]\narg: {2: {bounded-before: false}}";
  private static final String FREED =
      "call: [free]\narg: {0: {used-next: true, not: {given-next: [free]}}}";

  private static boolean finds(String yaml, String code) {
    return !CodePatternTest.hits(yaml, code, Language.CPP).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memcpy(a, b, n);",
        "void f(int n) { if (n == 0) return; memcpy(a, b, n); }",
        "void f(struct s *p) { memcpy(a, b, p->n); if (p->n > 4) g(); }",
        "void f(int n) { int m = n + 1; memcpy(a, b, m); }",
        "void f(int n) { if (n < 0 || n >= 1) g(); memcpy(a, b, n); }",
        "void f(int n) { if (a[n] > 4) g(); memcpy(a, b, n); }",
        "void f(int n, int m) { if (m > 4) g(); memcpy(a, b, n * m); }",
      })
  void aLengthThatNoConditionMeasures(String code) {
    assertThat(finds(UNBOUNDED, code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memcpy(a, b, 16);",
        "memcpy(a, b, sizeof(a));",
        "memcpy(a, b, MAX_NAME);",
        "void f(int n) { if (n > 4) return; memcpy(a, b, n); }",
        "void f(struct s *p) { assert(p->n <= 4); memcpy(a, b, p->n); }",
        "void f(int n) { n = MIN(n, 4); memcpy(a, b, n); }",
        "void f(int n) { int m = n & 0xf; memcpy(a, b, m); }",
        "void f(int n) { if (!check_length(n)) return; memcpy(a, b, n); }",
        "void f(int n) { while (n >= 4) { memcpy(a, b, n % 4); } }",
        "void f(int n) { memcpy(a, b, n < 4 ? n : 4); }",
      })
  void aLengthThatIsBounded(String code) {
    assertThat(finds(UNBOUNDED, code)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "free(p);\nx = p->next;",
        "free(p);\np = p->next;",
        "void f(s *p) { free(p->name); log(p->name); }",
        "void f(s *p) { if (x) { free(p); return p->code; } }",
        "free(p);\nif (x) y = 1;\nputs(p);",
        "while (p) { if (p->old) { drop(p); free(p); } p = p->next; }",
        "if (x) free(p);\nputs(p);",
      })
  void usedOnTheStraightLineBehind(String code) {
    assertThat(finds(FREED, code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "free(p);\np = NULL;\nputs(p);",
        "free(p);\nreturn 0;\nout:\nputs(p);",
        "free(p);\ngoto out;\nputs(p);",
        "if (x) free(p); else puts(p);",
        "free(p);\nfree(p);",
        "free(p);\nif (p == NULL) x();",
        "free(p->name);\ninit(p);\nputs(p->name);",
        "free(p->a[i]);\nputs(p->a[j]);",
        "free(p);\nmake(&p);\nputs(p);",
        "free(p), p = NULL;\nputs(p);",
        "if (x) { free(p); return; }\nputs(p);",
        "if (x) { free(p); p = NULL; }\nputs(p);",
        "if (x) { free(p); } else { make(q); }\nif (!x) puts(p);",
        "while (x) { free(p); }\nputs(p);",
        "#ifdef A\nfree(p);\n#else\nputs(p);\n#endif",
      })
  void notUsedBehind(String code) {
    assertThat(finds(FREED, code)).isFalse();
  }

  @Test
  void declarationsTellArraysFromPointers() {
    String array = "call: [sizeof]\narg: {0: {declared: '\\['}}";
    String pointer = "call: [sizeof]\narg: {0: {declared: '\\*'}}";
    assertThat(finds(array, "unsigned char a[4], *b; x = sizeof(a);")).isTrue();
    assertThat(finds(array, "unsigned char a[4], *b; x = sizeof(b);")).isFalse();
    assertThat(finds(pointer, "unsigned char a[4], *b; x = sizeof(b);")).isTrue();
    assertThat(finds(pointer, "void f(const char *b) { x = sizeof(b); }")).isTrue();
    assertThat(finds(pointer, "void f(int b) { x = sizeof(b); }")).isFalse();
    assertThat(finds(pointer, "struct s *q = g(); x = sizeof(q);")).isTrue();
  }

  @Test
  void elementsBehindTheEnd() {
    String yaml = "index: past-end\nanchors: [int]";
    assertThat(finds(yaml, "int a[4]; a[4] = 1;")).isTrue();
    assertThat(finds(yaml, "int a[N]; for (i = 0; i <= N; i++) a[i] = 1;")).isTrue();
    assertThat(finds(yaml, "int a[4]; for (i = 0; i <= 4; i++) a[i] = 1;")).isTrue();
    assertThat(finds(yaml, "int a[4]; a[3] = 1; int b[4];")).isFalse();
    assertThat(finds(yaml, "int a[N + 1]; for (i = 0; i <= N; i++) a[i] = 1;")).isFalse();
    assertThat(finds(yaml, "int a[4]; end = &a[4];")).isFalse();
    assertThat(finds(yaml, "int i, a[4] = { 0 };")).isFalse();
    assertThat(finds(yaml, "if (b) { char a[2]; } else { char a[4]; a[3] = 1; }")).isFalse();
  }

  @Test
  void calls() {
    String fill = "call: [system]\narg: {0: {from: [fgets]}}";
    assertThat(finds(fill, "char b[9]; fgets(b, 9, f); system(b);")).isTrue();
    assertThat(finds(fill, "char b[9], c[9]; fgets(b, 9, f); sprintf(c, \"%s\", b); system(c);"))
        .isTrue();
    assertThat(finds(fill, "char b[9]; fgets(b, 9, f); strcpy(b, \"ls\"); system(b);")).isFalse();
    String order = "call: [open]\narg: {0: {given-before: [access]}}";
    assertThat(finds(order, "if (access(p, R_OK) == 0) fd = open(p, 0);")).isTrue();
    assertThat(finds(order, "if (access(q, R_OK) == 0) fd = open(p, 0);")).isFalse();
    String arrays = "call: [new]\narg: {0: {code: '\\*'}}";
    assertThat(finds(arrays, "int *a = new int[n * m];")).isTrue();
    assertThat(finds(arrays, "int *a = new int(n * m);")).isFalse();
    assertThat(finds("call: [delete]\ncode: '^delete\\s*\\['", "delete [] p;")).isTrue();
  }
}
