// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls between and inside the modules, checked on the class files of all that ship. */
@DisplayName("The architecture")
class ArchitectureTest {

  private static final String ROOT = "io.nncreator.";
  private static final List<String> LIBRARIES =
      List.of("api", "runtime", "serving", "deploy", "core", "djl");

  /** Which modules each module may see. */
  private static final Map<String, List<String>> SEES =
      Map.of(
          "api", List.of(),
          "runtime", List.of("api"),
          "serving", List.of("api", "runtime"),
          "deploy", List.of("api", "runtime", "serving"),
          "core", List.of("api", "runtime"),
          "djl", List.of("api"));

  /** Which module alone may touch a third party. */
  private static final Map<String, String> HOMES =
      Map.of(
          "ai.djl..", "djl",
          "ai.onnxruntime..", "runtime",
          "com.github.dockerjava..", "deploy",
          "com.google.cloud.tools.jib..", "deploy",
          "io.netty..", "serving",
          "org.duckdb..", "core",
          "picocli..", "cli");

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("nncreator-tck"))
            .importPackages("io.nncreator");
  }

  @TestFactory
  @DisplayName("A module sees only the modules below it")
  List<DynamicTest> modules() {
    List<DynamicTest> tests = new ArrayList<>();
    SEES.forEach(
        (module, below) -> {
          List<String> allowed = new ArrayList<>();
          allowed.add(packagesOf(module));
          below.forEach(other -> allowed.add(packagesOf(other)));
          tests.add(
              test(
                  module,
                  noClasses()
                      .that()
                      .resideInAPackage(packagesOf(module))
                      .should()
                      .dependOnClassesThat(
                          resideInAPackage("io.nncreator..")
                              .and(resideOutsideOfPackages(allowed.toArray(String[]::new))))));
        });
    return tests;
  }

  @TestFactory
  @DisplayName("A third party has one home")
  List<DynamicTest> thirdParties() {
    List<DynamicTest> tests = new ArrayList<>();
    HOMES.forEach(
        (library, home) ->
            tests.add(
                test(
                    library,
                    noClasses()
                        .that()
                        .resideOutsideOfPackage(packagesOf(home))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library))));
    return tests;
  }

  @TestFactory
  @DisplayName("Nobody reaches into the internal packages of another module")
  List<DynamicTest> internals() {
    return LIBRARIES.stream()
        .map(
            module ->
                test(
                    module,
                    noClasses()
                        .that()
                        .resideOutsideOfPackage(packagesOf(module))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOT + module + ".internal..")))
        .toList();
  }

  @TestFactory
  @DisplayName("The packages of a module have no cycles")
  List<DynamicTest> cycles() {
    return List.of("api", "runtime", "serving", "deploy", "core", "djl", "cli").stream()
        .map(
            module ->
                test(module, slices().matching(ROOT + module + ".(**)").should().beFreeOfCycles()))
        .toList();
  }

  @TestFactory
  @DisplayName("Public signatures name no third party and nothing internal")
  List<DynamicTest> signatures() {
    return List.of("api", "runtime", "serving", "deploy", "core").stream()
        .map(
            module ->
                test(
                    module,
                    classes()
                        .that()
                        .resideInAPackage(packagesOf(module))
                        .and()
                        .resideOutsideOfPackage(ROOT + module + ".internal..")
                        .and()
                        .arePublic()
                        .should(nameOnlyOurs())))
        .toList();
  }

  @Test
  @DisplayName("Every package is null-marked")
  void nullMarked() {
    classes()
        .should(
            new ArchCondition<JavaClass>("lie in a package with @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                    new SimpleConditionEvent(
                        type, marked, type.getName() + ": package-info.java lacks @NullMarked"));
              }
            })
        .check(classes);
  }

  @Test
  @DisplayName("Libraries log by SLF4J and print nothing, but for the main class of a process")
  void quiet() {
    noClasses()
        .that(
            resideInAnyPackage(
                    LIBRARIES.stream().map(ArchitectureTest::packagesOf).toArray(String[]::new))
                .and(not(simpleName("ServingMain").or(simpleName("PackMain")))))
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .orShould(GeneralCodingRules.USE_JAVA_UTIL_LOGGING)
        .check(classes);
  }

  private static DynamicTest test(String name, ArchRule rule) {
    return DynamicTest.dynamicTest(name, () -> rule.allowEmptyShould(true).check(classes));
  }

  private static String packagesOf(String module) {
    return ROOT + module + "..";
  }

  private static ArchCondition<JavaClass> nameOnlyOurs() {
    return new ArchCondition<>("name only the JDK and public types of NNCreator in signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getSuperclass().ifPresent(parent -> judge(type, type.getName(), parent, events));
        type.getInterfaces().forEach(parent -> judge(type, type.getName(), parent, events));
        type.getMembers().stream()
            .filter(ArchitectureTest::visible)
            .forEach(member -> check(type, member, events));
      }

      private void check(JavaClass type, JavaMember member, ConditionEvents events) {
        List<JavaType> named = new ArrayList<>();
        if (member instanceof JavaCodeUnit unit) {
          named.add(unit.getReturnType());
          named.addAll(unit.getParameterTypes());
          unit.getThrowsClause().getTypes().forEach(named::add);
        } else if (member instanceof JavaField field) {
          named.add(field.getType());
        }
        named.forEach(each -> judge(type, member.getFullName(), each, events));
      }

      private void judge(JavaClass type, String where, JavaType named, ConditionEvents events) {
        for (JavaClass each : named.getAllInvolvedRawTypes()) {
          if (!ours(each.getBaseComponentType())) {
            events.add(SimpleConditionEvent.violated(type, where + " names " + each.getName()));
          }
        }
      }
    };
  }

  private static boolean visible(JavaMember member) {
    return (member.getModifiers().contains(JavaModifier.PUBLIC)
            || member.getModifiers().contains(JavaModifier.PROTECTED))
        && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean ours(JavaClass type) {
    String name = type.getName();
    return type.isPrimitive()
        || name.startsWith("java.")
        || name.startsWith("javax.")
        || (name.startsWith(ROOT) && !name.contains(".internal."));
  }
}
