package dev.assay.internal.code.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parser makes of code, whole and broken. */
class CodeParserTest {
  private static String python(String code) {
    return Sketch.of(Language.PYTHON, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
      f(a, *b, key=1, **c)            | do(call(f a star(b) key=1 star(c)))
      x = a + b + 'c'                 | assign(x binary(a b 'c'))
      x += f'a{b!r}c{d:>10}'          | assign(x template('a' hole(b) 'c' hole(d)))
      f'{{}}{x["k"]}'                 | do(template('{{}}' hole(index(x 'k'))))
      'a' 'b' % (c, d)                | do(binary(binary('a' 'b') tuple(c d)))
      a if b else c                   | do(either(b a c))
      [x.y for x in z if x not in w]  | do(list(each(x.y for(x z compare(x w)))))
      {'a': 1, **b}                   | do(dict(pair('a' 1) star(b)))
      {1, 2}                          | do(set(1 2))
      a, (b, *c) = d                  | assign(tuple(a tuple(b star(c))) d)
      x: int = 5                      | assign(x 5)
      from a.b import c as d, e       | import(d<-a.b.c e<-a.b.e)
      import a.b, c as d              | import(a<-a d<-c)
      lambda x, y=1: x                | do(def (:x() :y(1) block(return(x))))
      not a in b and c                | do(logic(not(compare(a b)) c))
      await f(x)[1:2].g               | do(await(index(call(f x) 1 2).g))
      print 'a' % b                   | do(call(print binary('a' b)))
      assert x, 'no'                  | assert(tuple(x 'no'))
      """)
  void pythonStatementsAreRead(String code, String expected) {
    assertThat(python(code)).isEqualTo(expected);
  }

  @Test
  void blocksFollowIndentation() {
    assertThat(
            python(
                "@app.route('/')\nasync def f(a: int, b=2) -> str:\n  if a:\n    return b\n  elif c: pass\n"
                    + "  else:\n    g()\n  h()\ni()\n"))
        .isEqualTo(
            "def f(decorated(call(app.route '/')) :a(is(int)) :b(2) block(if(a block(return(b)) c"
                + " block(other()) block(do(call(g)))) do(call(h))))\ndo(call(i))");
  }

  @Test
  void aBracketThatIsNeverClosedEndsWhereAStatementBegins() {
    assertThat(python("x = f(a,\ndef g():\n    return 1\n"))
        .isEqualTo("assign(x call(f a))\ndef g(block(return(1)))");
  }

  @Test
  void aFragmentThatStartsInsideABlockIsRead() {
    assertThat(python("    return x\nelse:\n    y(1)\n"))
        .isEqualTo("return(x)\nblock(do(call(y 1)))");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
      javascript | const {a} = require('b');      | assign(dict(a) call(require 'b'))
      javascript | f(`x${y + 1}`, z => z.w)       | do(call(f template('x' hole(binary(y 1))) def (:z() block(return(z.w)))))
      javascript | if (a) throw b; else c()       | if(a block(raise(b)) block(do(call(c))))
      javascript | for (const u of us) { t += u } | loop(u us block(assign(t u)))
      typescript | let x: string = y as any       | assign(x y)
      java       | String s = "a" + (String) b;   | do(typed(String assign(s binary('a' b))))
      java       | for (User u : us) { f(u); }    | loop(u us block(do(call(f u))))
      c          | char *p = (char *)malloc(n);   | do(typed(unary(char) assign(p call(malloc n))))
      go         | a, err := f(x)                 | assign(tuple(a err) call(f x))
      go         | c := &T{A: true}               | assign(c unary(call(T A=true)))
      php        | <?php $a = "x $b {$c['d']}";   | assign($a template('x ' hole($b) ' ' hole(index($c 'd'))))
      php        | <p><?= $a ?></p>               | do(call(echo $a))
      """)
  void otherLanguagesAreReadByTheirCommonShape(String language, String code, String expected) {
    Language named = Language.named(language);
    assertThat(named).isNotNull();
    assertThat(Sketch.of(named, code)).isEqualTo(expected);
  }
}
