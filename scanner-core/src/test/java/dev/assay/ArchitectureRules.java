package dev.assay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the packages under a root may do. The root is a parameter so that a test can hold each rule
 * against samples that break it. A rule passes while the packages that it speaks of are empty.
 */
record ArchitectureRules(String root) {

  /** From the bottom up; a layer is a package of this name, public or under {@code internal}. */
  private static final List<Set<String>> LAYERS =
      List.of(
          Set.of("source"),
          Set.of("record"),
          Set.of("rule", "segment"),
          Set.of("signal"),
          Set.of("verdict"),
          Set.of("report"));

  private static final Map<Class<?>, Set<String>> READS_THE_ENVIRONMENT =
      Map.of(
          System.class,
          Set.of("getProperty", "getProperties", "getenv", "setProperty", "setProperties"),
          Boolean.class,
          Set.of("getBoolean"),
          Integer.class,
          Set.of("getInteger"),
          Long.class,
          Set.of("getLong"));

  private static final Map<Class<?>, Set<String>> ENDS_THE_JVM =
      Map.of(System.class, Set.of("exit"), Runtime.class, Set.of("exit", "halt"));

  ArchRule noPackageCycles() {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .because("a cycle makes two packages one that nobody can read or test apart");
  }

  ArchRule onlyMatchImportsLucene() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".internal.match..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .allowEmptyShould(true)
        .because("the next Lucene shall be a change of one package");
  }

  ArchRule onlyGitImportsJGit() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".internal.git..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jgit..")
        .allowEmptyShould(true)
        .because("what a hostile repository may do is decided in one package");
  }

  ArchRule onlyArchiveImportsArchivers() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".internal.archive..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.commons.compress.archivers..")
        .allowEmptyShould(true)
        .because("one package alone holds what archives can do to their reader");
  }

  ArchRule publicSignaturesNameOnlyOwnTypesAndTheJdk() {
    return classes()
        .that()
        .resideOutsideOfPackage("..internal..")
        .and()
        .arePublic()
        .should(nameOnlyOwnTypesAndTheJdk())
        .allowEmptyShould(true)
        .because("a library in a public signature cannot be replaced or updated");
  }

  ArchRule nothingEndsTheJvm() {
    return noClasses()
        .should()
        .accessTargetWhere(isOneOf(ENDS_THE_JVM))
        .allowEmptyShould(true)
        .because("the library runs inside other programs");
  }

  ArchRule nothingPrintsStackTraces() {
    return noClasses()
        .should()
        .accessTargetWhere(printsAStackTrace())
        .allowEmptyShould(true)
        .because("an error is thrown or counted, and the front end decides what is shown");
  }

  ArchRule nothingReadsTheEnvironment() {
    return noClasses()
        .should()
        .accessTargetWhere(isOneOf(READS_THE_ENVIRONMENT))
        .allowEmptyShould(true)
        .because("ScanConfig alone decides what a scan does");
  }

  ArchRule estimateKnowsNoReport() {
    return noClasses()
        .that()
        .resideInAnyPackage(packagesOf(Set.of("estimate")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packagesOf(Set.of("report")))
        .allowEmptyShould(true);
  }

  /** For each layer but the highest: it imports none of those above it. */
  List<ArchRule> lowerLayersKnowNoUpperOnes() {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i < LAYERS.size() - 1; i++) {
      Set<String> lower = LAYERS.get(i);
      String[] upper =
          LAYERS.subList(i + 1, LAYERS.size()).stream()
              .flatMap(names -> Stream.of(packagesOf(names)))
              .toArray(String[]::new);
      rules.add(
          noClasses()
              .that()
              .resideInAnyPackage(packagesOf(lower))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(upper)
              .allowEmptyShould(true));
    }
    return rules;
  }

  private String[] packagesOf(Set<String> names) {
    return names.stream()
        .sorted()
        .flatMap(name -> Stream.of(root + "." + name + "..", root + ".internal." + name + ".."))
        .toArray(String[]::new);
  }

  private ArchCondition<JavaClass> nameOnlyOwnTypesAndTheJdk() {
    return new ArchCondition<>("name only own types and the JDK's in signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaType> parents =
            Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        report(type, type.getFullName(), parents, events);
        type.getMembers().stream()
            .filter(ArchitectureRules::isVisible)
            .forEach(member -> report(type, member.getFullName(), signature(member), events));
      }
    };
  }

  private void report(
      JavaClass type, String subject, Stream<JavaType> signature, ConditionEvents events) {
    signature
        .flatMap(part -> part.getAllInvolvedRawTypes().stream())
        .filter(this::isForeign)
        .map(JavaClass::getFullName)
        .distinct()
        .forEach(
            name -> events.add(SimpleConditionEvent.violated(type, subject + " names " + name)));
  }

  private boolean isForeign(JavaClass part) {
    JavaClass element = part.getBaseComponentType();
    return !element.isPrimitive()
        && !element.getPackageName().startsWith("java.")
        && !(element.getPackageName() + ".").startsWith(root + ".");
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaType> signature(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    if (member instanceof JavaCodeUnit unit) {
      Stream<JavaType> thrown = unit.getExceptionTypes().stream().map(JavaType.class::cast);
      return Stream.concat(
          Stream.of(unit.getReturnType()),
          Stream.concat(unit.getParameterTypes().stream(), thrown));
    }
    throw new IllegalArgumentException("neither a field nor a code unit: " + member);
  }

  private static DescribedPredicate<JavaAccess<?>> isOneOf(Map<Class<?>, Set<String>> members) {
    return DescribedPredicate.describe(
        "the target is one of " + members,
        access ->
            members.entrySet().stream()
                .anyMatch(
                    entry ->
                        access.getTargetOwner().isEquivalentTo(entry.getKey())
                            && entry.getValue().contains(access.getTarget().getName())));
  }

  private static DescribedPredicate<JavaAccess<?>> printsAStackTrace() {
    return DescribedPredicate.describe(
        "the target prints a stack trace",
        access -> {
          AccessTarget target = access.getTarget();
          boolean ofThrowable =
              target.getName().equals("printStackTrace")
                  && target.getOwner().isAssignableTo(Throwable.class);
          boolean ofThread =
              target.getName().equals("dumpStack")
                  && target.getOwner().isEquivalentTo(Thread.class);
          return ofThrowable || ofThread;
        });
  }
}
