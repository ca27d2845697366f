package dev.assay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.policy.Setting;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The parameters as the build wrote them into the plugin's descriptor. */
class ParametersTest {
  /** Parameters that are about the build, and not about what is found. */
  private static final Set<String> OF_THE_BUILD =
      Set.of(
          "project",
          "session",
          "skip",
          "outputDirectory",
          "category",
          "sarifProfile",
          "records",
          "force",
          "config",
          "noConfig",
          "printConfig");

  @Test
  void everySettingHasAParameterAndEveryParameterIsASetting() throws Exception {
    Set<String> settings =
        Arrays.stream(Setting.values())
            .map(Setting::parameter)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    for (String goal : Set.of("check", "scan", "aggregate")) {
      Set<String> parameters = new java.util.HashSet<>(parameters(goal).keySet());
      parameters.removeAll(OF_THE_BUILD);
      assertThat(parameters).as(goal).isEqualTo(settings);
    }
  }

  @Test
  void everyParameterIsAUserProperty() throws Exception {
    parameters("check")
        .forEach(
            (name, expression) -> {
              if (!Set.of("project", "session").contains(name)) {
                assertThat(expression).as(name).isEqualTo("${assay." + name + "}");
              }
            });
  }

  /** Names of a goal's parameters, and the property of each. */
  private static Map<String, String> parameters(String goal) throws Exception {
    Element mojo = mojo(goal);
    Map<String, String> parameters = new LinkedHashMap<>();
    NodeList list = mojo.getElementsByTagName("parameter");
    for (int i = 0; i < list.getLength(); i++) {
      parameters.put(text((Element) list.item(i), "name"), "");
    }
    Element configuration = (Element) mojo.getElementsByTagName("configuration").item(0);
    parameters.replaceAll(
        (name, none) -> {
          Element element = (Element) configuration.getElementsByTagName(name).item(0);
          return element == null ? "" : element.getTextContent();
        });
    return parameters;
  }

  private static Element mojo(String goal) throws Exception {
    try (InputStream in = ParametersTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      Document plugin = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      NodeList mojos = plugin.getElementsByTagName("mojo");
      for (int i = 0; i < mojos.getLength(); i++) {
        if (text((Element) mojos.item(i), "goal").equals(goal)) {
          return (Element) mojos.item(i);
        }
      }
    }
    throw new AssertionError("no goal " + goal);
  }

  private static String text(Element element, String name) {
    return element.getElementsByTagName(name).item(0).getTextContent();
  }
}
