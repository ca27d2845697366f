package dev.assay.internal.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.assay.segment.Language;
import dev.assay.signal.FlowStep;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns, and the flow of values that they ask about. */
class CodePatternTest {
  private static final String SINK =
      """
      call: [sink]
      arg:
        0: {from: [$py-http, handler-param], unless: [clean], checks: ['*.isdigit']}
      """;

  static CodePattern pattern(String yaml) {
    try {
      return CodePattern.compile(
          new ObjectMapper(new YAMLFactory())
              .readValue(yaml, new TypeReference<Map<String, Object>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static List<String> hits(String yaml, String code) {
    return hits(yaml, code, Language.PYTHON);
  }

  static List<String> hits(String yaml, String code, Language language) {
    return pattern(yaml).match(CodeAnalysis.analyze(code, 0, code.length(), language)).stream()
        .map(hit -> code.substring(hit.start(), hit.end()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sink(request.args['a'])",
        "x = request.args.get('a')\ny = 'b' + x\nsink(y)",
        "x = ''\nif c:\n    x = request.form['a']\nsink(x)",
        "x = []\nx.append(request.form['a'])\nsink(','.join(x))",
        "for line in request.data.splitlines():\n    sink(f'{line}')",
        "def helper(a):\n    return a.strip()\nsink(helper(request.json['a']))",
        "def inner(v):\n    sink(v)\ninner(request.values['a'])",
        "@app.route('/<name>')\ndef page(name):\n    sink('%s' % name)",
        "from flask import request as r\nsink(r.args['a'])",
        "class C:\n    def a(self):\n        self.x = request.args['a']\n    def b(self):\n        sink(self.x)",
        "with open(request.args['a']) as f:\n    sink(f)",
        "d = {'a': request.args['a'], 'b': 1}\nsink(d['a'])",
        "x, y = request.args['a'], 1\nsink(x)",
        "h = urlparse(request.args['b']).hostname\nif h not in HOSTS:\n    abort(400)\nsink(request.args['a'])",
        "x = request.args['a']\ne = x.split('.')[-1]\nif e not in TYPES:\n    abort(400)\nsink(x)",
        "sink([v for v in request.args.values()][0])"
      })
  void valuesAreFollowedToTheSink(String code) {
    assertThat(hits(SINK, code)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sink('constant')",
        "sink(clean(request.args['a']))",
        "sink(int(request.args['a']))",
        "x = request.args['a']\nx = 'b'\nsink(x)",
        "x = request.args['a']\nif x not in ALLOWED:\n    abort(400)\nsink(x)",
        "x = request.args['a']\nif not x.isdigit():\n    raise ValueError\nsink(x)",
        "@app.route('/<int:number>')\ndef page(number):\n    sink(number)",
        "@app.get('/{number}')\ndef page(number: int):\n    sink(number)",
        "d = {'a': request.args['a'], 'b': 1}\nsink(d['b'])",
        "x, y = request.args['a'], 1\nsink(y)",
        "h = urlparse(request.args['a']).hostname\nif h not in HOSTS:\n    abort(400)\nsink(request.args['a'])",
        "x = request.args['a']\nu = urlsplit(x)\nif u.netloc in HOSTS:\n    sink(x)",
        "sink('%d' % request.args['a'])",
        "sink(f\"{request.args['a']:d}\")",
        "if request.args['a'] == 'x':\n    y = 1\nelse:\n    y = 2\nsink(y)",
        "def other():\n    x = request.args['a']\ndef page(x='b'):\n    sink('c')"
      })
  void harmlessValuesAreNotAccused(String code) {
    assertThat(hits(SINK, code)).isEmpty();
  }

  @Test
  void membersThatTheCodeDoesNotShowAreASourceOfTheirOwn() {
    String sink = "call: [sink]\narg: {0: {from: [member]}}";
    assertThat(hits(sink, "def f(self):\n    sink('a ' + self.host)")).hasSize(1);
    assertThat(hits(sink, "def f(self):\n    self.host = 'a'\n    sink(self.host)")).isEmpty();
    assertThat(hits(sink, "def f(self):\n    sink(self.HOST)\n    sink(other.host)")).isEmpty();
  }

  @Test
  void aCheckOfAMemberMakesThatMemberHarmless() {
    String code =
        "def f(self):\n    if self.request.path in ALLOWED:\n        sink(self.request.path)";
    String other = code.replace("sink(self.request.path)", "sink(self.request.uri)");
    String sink = "call: [sink]\narg: {0: {from: [self.request.path, self.request.uri]}}";
    assertThat(hits("call: [sink]\narg: {0: {from: [self.path]}}", code.replace("request.", "")))
        .isEmpty();
    assertThat(hits(sink, other)).hasSize(1);
  }

  @Test
  void calleesAreLeftOut() {
    String pattern =
        "call: ['*']\nanchors: [sql]\narg: {0: {named: sql}}\nnot: {call: [print, 'log.*']}";
    assertThat(hits(pattern, "print(sql)\nlog.info(sql)\nrun(sql)")).containsExactly("run(sql)");
  }

  @Test
  void theFirstItemIsLookedAt() {
    String pattern = "call: [run]\narg: {0: {first: {named: name}}}";
    assertThat(hits(pattern, "run([name, 'a'])\nrun(['a', name])\nrun(name)"))
        .containsExactly("run([name, 'a'])");
  }

  @Test
  void theWayOfTheValueIsTold() {
    String code = "name = request.args['n']\nsink('a' + name)";
    CodeHit hit =
        pattern(SINK).match(CodeAnalysis.analyze(code, 0, code.length(), Language.PYTHON)).get(0);
    assertThat(hit.flow())
        .extracting((FlowStep step) -> code.substring(step.start(), step.end()))
        .startsWith("request.args")
        .endsWith("'a' + name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not: {arg: {1: {from: [$py-http], code: never}}}",
        "arg: {0: {from: [$py-http]}, 1: {not: {from: [$py-http], code: never}}}",
      })
  void whatMustNotHoldIsNoEvidence(String not) {
    String code = "a = request.args['n']\nb = request.form['m']\nsink(a, b)";
    String yaml =
        "call: [sink]\n" + (not.startsWith("arg") ? "" : "arg: {0: {from: [$py-http]}}\n");
    CodeHit hit =
        pattern(yaml + not)
            .match(CodeAnalysis.analyze(code, 0, code.length(), Language.PYTHON))
            .get(0);
    assertThat(hit.flow())
        .extracting((FlowStep step) -> code.substring(step.start(), step.end()))
        .startsWith("request.args")
        .endsWith("a");
  }

  @Test
  void anchorsAreTheWordsOfTheCallee() {
    assertThat(pattern("call: ['*.execute', os.system]").anchors())
        .containsExactlyInAnyOrder("execute", "system");
    assertThat(pattern("call: [subprocess.run, '*.args.get']").anchors())
        .containsExactlyInAnyOrder("subprocess", "args");
  }

  @Test
  void wordsThatConditionsNeedAreRequired() {
    assertThat(required("call: [run]\narg: {shell: true, 0: {from: [sys.argv]}}"))
        .containsExactlyInAnyOrder("run", "shell", "TRUE True true", "argv");
    assertThat(required("return: {from: [exception, format_exc]}\nfile: {imports: [flask]}"))
        .containsExactlyInAnyOrder("return", "catch except format_exc rescue", "flask");
    assertThat(
            required(
                "any:\n- {call: [run], arg: {key: {call: [c_decode]}}}\n- {call: [e_f]}\n"
                    + "not: {arg: {shell: true}}"))
        .containsExactly("e_f run", "c_decode e_f");
  }

  @Test
  void whatMayComeFromAnywhereRequiresNothing() {
    assertThat(required("call: [run]\narg: {0/command: {from: [param, sys.argv]}}"))
        .containsExactly("run");
    assertThat(required("call: [run]\narg: {0: {any: [{from: [sys.argv]}, {built: true}]}}"))
        .containsExactly("run");
  }

  private static List<String> required(String yaml) {
    return pattern(yaml).required().stream()
        .map(words -> String.join(" ", new TreeSet<>(words)))
        .toList();
  }

  @Test
  void aliasesAndImportsAreResolved() {
    String yaml = "call: [subprocess.run]";
    assertThat(hits(yaml, "import subprocess as sp\nsp.run(a)")).hasSize(1);
    assertThat(hits(yaml, "from subprocess import run as go\ngo(a)")).hasSize(1);
    assertThat(hits(yaml, "def run(a): pass\nrun(1)")).isEmpty();
    assertThat(
            hits(
                "call: ['tarfile.open().extractall']",
                "import tarfile\nt = tarfile.open(p)\nt.extractall()"))
        .hasSize(1);
  }

  @Test
  void numbersAreFoldedThroughNamesAndOperators() {
    String yaml = "call: [os.chmod]\narg: {'1/mode': {bits: 0o002}}";
    assertThat(hits(yaml, "os.chmod(p, 0o777)")).hasSize(1);
    assertThat(hits(yaml, "MODE = 0o666\nos.chmod(p, mode=MODE)")).hasSize(1);
    assertThat(hits(yaml, "os.chmod(p, stat.S_IRWXU | stat.S_IWOTH)")).hasSize(1);
    assertThat(hits(yaml, "os.chmod(p, 0o755)")).isEmpty();
  }

  @Test
  void unknownKeysNameTheNearestKnownOne() {
    assertThatThrownBy(() -> pattern("call: [f]\nargs: {0: true}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"args\"")
        .hasMessageContaining("\"arg\"");
    assertThatThrownBy(() -> pattern("call: [f]\narg: {0: {form: [param]}}"))
        .hasMessageContaining("\"from\"");
    assertThatThrownBy(() -> pattern("call: [$py-htpp]")).hasMessageContaining("$py-http");
    assertThatThrownBy(() -> pattern("arg: {0: true}")).hasMessageContaining("what to look for");
    assertThatThrownBy(() -> pattern("call: ['*']")).hasMessageContaining("anchors");
    assertThatThrownBy(() -> pattern("call: [f]\narg: {0: {text: '('}}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
