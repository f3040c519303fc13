// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.Finding;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.SplitKind;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.api.task.TaskSpec;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The task analyst")
class TaskAnalystTest {
  private static final TaskAnalyst ANALYST = TaskAnalyst.create();

  private static TaskSpec analyse(String sentence, TestTable table, TaskSettings settings) {
    return ANALYST.analyse(sentence, table.profile(), table.data(), settings);
  }

  private static TaskSpec analyse(String sentence, TestTable table) {
    return analyse(sentence, table, TaskSettings.NONE);
  }

  private static TaskSettings target(String name) {
    return new TaskSettings(name, null, null, List.of());
  }

  private static TaskSettings settings(Objective objective, Metric metric) {
    return new TaskSettings(null, objective, metric, List.of());
  }

  private static TaskSettings exclude(String... names) {
    return new TaskSettings(null, null, null, List.of(names));
  }

  private static void fails(
      String sentence, TestTable table, TaskSettings settings, String message) {
    assertThatThrownBy(() -> analyse(sentence, table, settings)).hasToString(message);
  }

  @Nested
  @DisplayName("Settings")
  class Settings {
    @Test
    @DisplayName("win over the sentence")
    void win() {
      TaskSpec task =
          analyse(
              "Which passengers survived? Metric: accuracy",
              TestTables.named("titanic"),
              new TaskSettings("age", Objective.REGRESSION, Metric.MAE, List.of("sex")));
      assertThat(task.target()).isEqualTo(Inferred.explicit("age"));
      assertThat(task.objective()).isEqualTo(Inferred.explicit(Objective.REGRESSION));
      assertThat(task.metric()).isEqualTo(Inferred.explicit(Metric.MAE));
      assertThat(task.excluded()).containsExactly(Inferred.explicit("sex"));
    }

    @Test
    @DisplayName("need no sentence")
    void noSentence() {
      TaskSpec task = analyse("", TestTables.named("titanic"), target("survived"));
      assertThat(task.objective().value()).isEqualTo(Objective.BINARY);
      assertThat(task.language()).isEqualTo("en");
    }

    @Test
    @DisplayName("must name columns of the table")
    void unknown() {
      fails(
          "Who survived?",
          TestTables.named("titanic"),
          target("survivd"),
          "NNC-DATA-003: The target (survivd) is not in the data. Its columns are (survived, sex,"
              + " age, passengerclass). Did you mean (survived)?");
      fails(
          "Who survived?",
          TestTables.named("titanic"),
          exclude("ticket"),
          "NNC-DATA-003: The column to leave out (ticket) is not in the data. Its columns are"
              + " (survived, sex, age, passengerclass). Maybe name one of these.");
    }

    @Test
    @DisplayName("must not leave the target out")
    void excludedTarget() {
      fails(
          "",
          TestTables.named("titanic"),
          new TaskSettings("age", null, null, List.of("age")),
          "NNC-TASK-003: The column (age) is the target and set to be left out. Maybe remove one of"
              + " the settings.");
    }

    @Test
    @DisplayName("must suit the target")
    void objective() {
      fails(
          "Tell the species",
          TestTables.named("penguins"),
          settings(Objective.BINARY, null),
          "NNC-TASK-003: The objective is set to (BINARY), but the target (species) has 3 classes,"
              + " not 2. Maybe use .objective(MULTICLASS), or leave the objective out.");
      fails(
          "Tell the species",
          TestTables.named("penguins"),
          settings(Objective.REGRESSION, null),
          "NNC-TASK-003: The objective is set to (REGRESSION), but the target (species) holds no"
              + " numbers. Maybe use .objective(MULTICLASS), or leave the objective out.");
      fails(
          "Who survived?",
          TestTables.named("titanic"),
          settings(Objective.MULTICLASS, null),
          "NNC-TASK-003: The objective is set to (MULTICLASS), but the target (survived) has 2"
              + " classes. Maybe use .objective(BINARY), or leave the objective out.");
      fails(
          "Predict the body mass",
          new TestTable(90).real("body_mass", 1, 2).reals("x"),
          settings(Objective.MULTICLASS, null),
          "NNC-TASK-003: The objective is set to (MULTICLASS), but the target (body_mass) holds"
              + " quantities, not classes. Maybe use .objective(REGRESSION), or leave the objective"
              + " out.");
      fails(
          "Will the borrower default?",
          TestTables.named("loans"),
          settings(Objective.REGRESSION, null),
          "NNC-TASK-003: The objective is set to (REGRESSION), but the target (default) has only two"
              + " values. Maybe use .objective(BINARY), or leave the objective out.");
    }

    @Test
    @DisplayName("must ask for a metric of the task")
    void metric() {
      fails(
          "Who survived?",
          TestTables.named("titanic"),
          settings(null, Metric.RMSE),
          "NNC-TASK-003: The metric is set to (rmse), but it judges numbers, and the target holds"
              + " classes. Maybe use (roc_auc), or leave the metric out.");
      fails(
          "Predict age",
          TestTables.named("titanic"),
          settings(null, Metric.ACCURACY),
          "NNC-TASK-003: The metric is set to (accuracy), but it judges classes, and the target holds"
              + " numbers. Maybe use (rmse), or leave the metric out.");
      fails(
          "Tell the species",
          TestTables.named("penguins"),
          settings(null, Metric.F1),
          "NNC-TASK-003: The metric is set to (f1), but it needs one positive class, and the target"
              + " has 3 classes. Maybe use (accuracy), or leave the metric out.");
      fails(
          "Predict y",
          new TestTable(90).real("y", -1, 1).reals("x"),
          settings(null, Metric.RMSE_LOG),
          "NNC-TASK-003: The metric is set to (rmse_log), but it needs values above 0, and the"
              + " smallest is -0.989. Maybe use (rmse), or leave the metric out.");
      fails(
          "Predict y",
          new TestTable(90).whole("y", 0, 60).reals("x"),
          settings(null, Metric.MAPE),
          "NNC-TASK-003: The metric is set to (mape), but it divides by the true value, which is 0 in"
              + " some rows. Maybe use (rmse), or leave the metric out.");
    }

    @Test
    @DisplayName("may make whole numbers quantities or classes")
    void wholeNumbers() {
      TestTable wine = new TestTable(300).reals("sugar").whole("quality", 3, 8);
      assertThat(analyse("Predict quality", wine, settings(Objective.MULTICLASS, null)).metric())
          .extracting(Inferred::value)
          .isEqualTo(Metric.ACCURACY);
      assertThat(analyse("Predict quality", wine, settings(Objective.REGRESSION, null)).metric())
          .extracting(Inferred::value)
          .isEqualTo(Metric.RMSE);
    }

    @ParameterizedTest
    @CsvSource({
      "MULTILABEL, 015",
      "ORDINAL, 016",
      "MULTI_REGRESSION, 017",
      "QUANTILE, 018",
      "FORECAST, 012",
      "ANOMALY, 013",
      "CLUSTERING, 014"
    })
    @DisplayName("of objectives that are not built are refused")
    void notBuilt(Objective objective, String code) {
      assertThatThrownBy(() -> analyse("", TestTables.named("iris"), settings(objective, null)))
          .asString()
          .startsWith("NNC-TASK-" + code + ": The task is taken for " + objective + " (")
          .contains("because the objective is set so. This version builds networks")
          .contains(" Maybe ");
    }
  }

  @Nested
  @DisplayName("The data")
  class Data {
    @Test
    @DisplayName("veto targets that cannot be learnt")
    void vetoes() {
      fails(
          "Predict y",
          new TestTable(50).constant("y").reals("x"),
          TaskSettings.NONE,
          "NNC-DATA-005: The target (y) is (1) in all rows. Maybe add rows with other values.");
      fails(
          "Predict y",
          new TestTable(50)
              .numbers("y", ColumnKind.CONSTANT, NumberType.REAL, i -> Double.NaN)
              .reals("x"),
          TaskSettings.NONE,
          "NNC-DATA-005: The target (y) has no value in any row. Maybe choose another column.");
      fails(
          "Predict the name",
          new TestTable(50).names("name", "Bob").reals("x"),
          TaskSettings.NONE,
          "NNC-DATA-005: The target (name) has 50 different texts in 50 rows, too many for classes."
              + " Maybe choose a column whose values repeat.");
      fails(
          "Predict the id column",
          new TestTable(50).numberId("id").reals("x"),
          TaskSettings.NONE,
          "NNC-DATA-005: The target (id) only names the rows (numbers). Maybe choose a column that"
              + " can be learnt.");
      fails(
          "Predict the date",
          new TestTable(50).dates("date").reals("x", "z", "u", "w", "q"),
          TaskSettings.NONE,
          "NNC-DATA-005: The target (date) holds points in time. Maybe add a column with the days"
              + " since a fixed date and predict that.");
    }

    @Test
    @DisplayName("must leave something to learn from")
    void noFeatures() {
      fails(
          "Predict y",
          new TestTable(50).real("y", 1, 2).numberId("id").constant("c"),
          TaskSettings.NONE,
          "NNC-DATA-006: No column is left to tell (y) from; left out are (id, c). Maybe leave out"
              + " fewer columns, or add some that say more.");
    }

    @Test
    @DisplayName("of pictures or texts alone are refused")
    void textsAndPictures() {
      fails(
          "Cat or dog?",
          TestTables.named("photos"),
          TaskSettings.NONE,
          "NNC-TASK-011: The task is taken for IMAGE (learning from picture files), because the column"
              + " (file) names picture files. This version builds networks that tell a class or a"
              + " number from the columns of a table. Maybe give small pictures as a table with one"
              + " column per pixel, which works today.");
      fails(
          "Which book?",
          TestTables.named("austen_books"),
          TaskSettings.NONE,
          "NNC-TASK-010: The task is taken for TEXT (learning from free text), because the column"
              + " (text) is free text. This version builds networks that tell a class or a number"
              + " from the columns of a table. Maybe add columns of numbers or categories, such as"
              + " counts of telling words.");
    }

    @Test
    @DisplayName("leave out what cannot help, each with its reason")
    void exclusions() {
      TestTable table =
          new TestTable(80)
              .numberId("id")
              .constant("site")
              .freeText("notes")
              .reals("x")
              .evenClasses("kind", "a1", "b1");
      List<Inferred<String>> excluded =
          analyse("Tell the kind, ignore x please, and use the rest", table.reals("z", "w"))
              .excluded();
      assertThat(excluded)
          .containsExactly(
              new Inferred<>("id", 0.9, Origin.DATA, "it only names the rows: numbers"),
              new Inferred<>("site", 0.9, Origin.DATA, "it is the same in all rows: numbers"),
              new Inferred<>("x", 0.9, Origin.SENTENCE, "the sentence says to leave out 'x'"));
    }

    @Test
    @DisplayName("raise questions by what they hint at")
    void hints() {
      TestTable table =
          TestTables.named("pima")
              .finding(Finding.Kind.GROUP_HINT, "patient", "300 patients in 768 rows")
              .finding(Finding.Kind.TIME_HINT, "visit", "rows are in the order of time.")
              .finding(Finding.Kind.LEAK_SUSPECT, "insulin", "it tells 99 % of the target");
      assertThat(analyse("Does she have diabetes?", table).questions())
          .containsExactly(
              "Do rows with one value of (patient) belong together? 300 patients in 768 rows. If so,"
                  + " the score is too good for new groups: rows were divided one by one.",
              "Shall the network tell the future? Rows are in the order of time. If so, say it in the"
                  + " sentence (\"for next month\"): then the latest rows judge.",
              "Is (insulin) known before the target is? It tells 99 % of the target. If not, leave it"
                  + " out.");
    }
  }

  @Nested
  @DisplayName("The sentence")
  class SentenceEvidence {
    @Test
    @DisplayName("is cited as evidence")
    void reasons() {
      TaskSpec task = analyse("Who from the ship survived?", TestTables.named("titanic"));
      assertThat(task.target())
          .isEqualTo(
              new Inferred<>(
                  "survived", task.target().confidence(), Origin.SENTENCE, task.target().reason()));
      TaskSpec malignant =
          analyse("Is the tumour malignant or benign?", TestTables.named("breast_cancer"));
      assertThat(malignant.target().reason())
          .isEqualTo(
              "the sentence names 'malignant' and 'benign', which are values of the column (target)");
      assertThat(malignant.positiveClass())
          .isEqualTo(
              new Inferred<>(
                  "malignant", 0.9, Origin.RULE, "(malignant) is what one usually looks for"));
    }

    @Test
    @DisplayName("that is too vague leads to an error which names candidates and remedy")
    void unclear() {
      fails(
          "Make something nice",
          TestTables.named("customers"),
          TaskSettings.NONE,
          "NNC-TASK-001: Neither the sentence nor the data tells which column is to be told. It may"
              + " be one of (age, income, visits). Maybe name it in the sentence (\"predict ..\"), by"
              + " .target(\"..\") or by --target.");
    }

    @Test
    @DisplayName("must not ask for a column that does not exist")
    void unknownColumn() {
      fails(
          "target: speceis",
          TestTables.named("penguins"),
          TaskSettings.NONE,
          "NNC-DATA-003: The target that the sentence names (speceis) is not in the data. Its columns"
              + " are (species, island, bill_length_mm, bill_depth_mm, flipper_length_mm,"
              + " body_mass_g, sex, year). Did you mean (species)?");
      fails(
          "Predict the column body_fat",
          TestTables.named("iris"),
          TaskSettings.NONE,
          "NNC-DATA-003: The column that the sentence asks for (body_fat) is not in the data. Its"
              + " columns are (sepal_length_cm, sepal_width_cm, petal_length_cm, petal_width_cm,"
              + " target). Maybe name one of these.");
    }

    @Test
    @DisplayName("may misspell a column")
    void misspelt() {
      Inferred<String> target = analyse("Predict speceis", TestTables.named("penguins")).target();
      assertThat(target.value()).isEqualTo("species");
      assertThat(target.confidence()).isBetween(0.6, 0.9);
      assertThat(target.reason()).contains("'speceis'").contains("(species)");
    }

    @Test
    @DisplayName("leads to a question when two columns compete")
    void rivals() {
      TestTable table =
          new TestTable(80)
              .evenClasses("type", "p", "q")
              .evenClasses("status", "o", "k")
              .reals("x");
      TaskSpec task = analyse("Train a classifier", table);
      assertThat(task.target().confidence()).isLessThan(0.6);
      assertThat(task.questions())
          .singleElement()
          .asString()
          .startsWith("Is the column (status) to be told, not (type)? It was chosen because");
    }

    @Test
    @DisplayName("may name a metric that does not fit, which is left out of account with a note")
    void metricNote() {
      TaskSpec task = analyse("Who survived? Metric RMSE", TestTables.named("titanic"));
      assertThat(task.metric().value()).isEqualTo(Metric.ROC_AUC);
      assertThat(task.questions())
          .containsExactly(
              "The metric (rmse) was left out of account, although the sentence says 'RMSE', because"
                  + " it judges numbers, and the target holds classes.");
    }

    @Test
    @DisplayName("may name a column like a metric, or a metric like a column")
    void columnLikeMetric() {
      TestTable shots = TestTables.named("shots");
      assertThat(analyse("Predict accuracy", shots).target().value()).isEqualTo("accuracy");
      TestTable tests = new TestTable(100).reals("precision", "x").evenClasses("label", "a1", "b1");
      TaskSpec task = analyse("Tell the label and optimise precision", tests);
      assertThat(task.target().value()).isEqualTo("label");
      assertThat(task.metric().value()).isEqualTo(Metric.PRECISION);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
      "Who died on the Titanic?, titanic, no",
      "Who survived?, titanic, yes",
      "Which tumour is benign?, breast_cancer, benign",
      "Predict the target, breast_cancer, malignant",
      "Which patients have diabetes?, pima, pos",
      "Will the borrower default?, loans, 1",
      "Predict the class, house_votes, republican",
    })
    @DisplayName("tells the positive class")
    void positive(String sentence, String table, String expected) {
      Inferred<String> positive = analyse(sentence, TestTables.named(table)).positiveClass();
      assertThat(positive).isNotNull().extracting(Inferred::value).isEqualTo(expected);
    }

    @Test
    @DisplayName("that asks for the future has the latest rows judge")
    void time() {
      TaskSpec task =
          analyse("Predict the weather of tomorrow", TestTables.named("seattle_weather"));
      assertThat(task.split().value()).isEqualTo(SplitKind.TIME);
      assertThat(task.timeColumn()).isNotNull().extracting(Inferred::value).isEqualTo("date");
      TaskSpec today = analyse("Predict the weather", TestTables.named("seattle_weather"));
      assertThat(today.split().value()).isEqualTo(SplitKind.STRATIFIED);
      assertThat(today.timeColumn()).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "MULTILABEL, Assign tags to each article",
      "MULTILABEL, Поставь все подходящие метки каждой статье",
      "ORDINAL, Ordinal regression of price",
      "ORDINAL, Порядковая регрессия цены",
      "QUANTILE, Дай доверительный интервал цены",
      "OTHER, Translate the descriptions into German",
      "OTHER, Сгенерируй текст объявления",
      "CLUSTERING, Find groups of houses",
      "ANOMALY, Найди аномалии",
      "MULTI_REGRESSION, Predict both the price and the latitude",
    })
    @DisplayName("may ask for what is not built, which is said")
    void unsupported(String task, String sentence) {
      assertThatThrownBy(() -> analyse(sentence, TestTables.named("sacramento")))
          .asString()
          .contains("The task is taken for " + task + " (")
          .contains("because the sentence ");
    }

    @Test
    @DisplayName("leaves whole numbers of few values to its verb")
    void verbs() {
      TestTable wine = new TestTable(300).reals("sugar").whole("quality", 3, 8);
      assertThat(analyse("Classify the quality", wine).objective().value())
          .isEqualTo(Objective.MULTICLASS);
      assertThat(analyse("Estimate the quality", wine).objective().value())
          .isEqualTo(Objective.REGRESSION);
      TaskSpec open = analyse("Predict the quality", wine);
      assertThat(open.objective().confidence()).isLessThan(0.6);
      assertThat(open.questions())
          .containsExactly(
              "Are the 6 whole numbers of (quality) classes or quantities? They were taken for"
                  + " quantities. Set the objective to be sure.");
    }

    @Test
    @DisplayName("is cut when it is too long")
    void tooLong() {
      TaskSpec task = analyse("Who survived? " + "bla ".repeat(2000), TestTables.named("titanic"));
      assertThat(task.description()).hasSizeLessThanOrEqualTo(TaskAnalyst.LONGEST_DESCRIPTION);
      assertThat(task.target().value()).isEqualTo("survived");
      assertThat(task.questions())
          .containsExactly("Only the first 2000 characters of the description were read.");
    }

    @ParameterizedTest
    @CsvSource({
      "Who survived?, en",
      "Кто выжил?, ru",
      "Wer hat auf der Titanic überlebt?, de",
      "¿Quién sobrevivió en el Titanic?, es",
      "预测谁能幸存, zh",
    })
    @DisplayName("may be in five languages")
    void languages(String sentence, String language) {
      TaskSpec task = analyse(sentence, TestTables.named("titanic"));
      assertThat(task.language()).isEqualTo(language);
      assertThat(task.target().value()).isEqualTo("survived");
      assertThat(task.target().origin()).isEqualTo(Origin.SENTENCE);
    }
  }

  @Nested
  @DisplayName("The metric")
  class Metrics {
    @ParameterizedTest(name = "{0} % rare -> {1}")
    @CsvSource({"50, ROC_AUC", "21, ROC_AUC", "19, AVERAGE_PRECISION", "2, AVERAGE_PRECISION"})
    @DisplayName("of two classes follows the share of the rarer one")
    void binary(int share, Metric expected) {
      TestTable table =
          new TestTable(1000).classes("y", "no", 100 - share, "yes", share).reals("x");
      assertThat(analyse("Predict y", table).metric().value()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"30, ACCURACY", "60, MACRO_F1"})
    @DisplayName("of several classes follows how uneven they are")
    void multiclass(int largest, Metric expected) {
      double rest = (100 - largest) / 3.0;
      TestTable table =
          new TestTable(1000)
              .classes("y", "aa", largest, "bb", rest, "cc", rest, "dd", rest)
              .reals("x");
      assertThat(analyse("Predict y", table).metric().value()).isEqualTo(expected);
    }

    @Test
    @DisplayName("of numbers follows their tail")
    void regression() {
      assertThat(analyse("Predict y", new TestTable(500).real("y", 1, 9).reals("x")).metric())
          .extracting(Inferred::value)
          .isEqualTo(Metric.RMSE);
      assertThat(analyse("Predict y", new TestTable(500).skewed("y", 9).reals("x")).metric())
          .extracting(Inferred::value)
          .isEqualTo(Metric.RMSE_LOG);
      TestTable losses =
          new TestTable(500)
              .numbers(
                  "y", ColumnKind.NUMBER, NumberType.REAL, i -> i % 50 == 0 ? 1000 + i : -i % 9)
              .reals("x");
      assertThat(analyse("Predict y", losses).metric().value()).isEqualTo(Metric.MAE);
    }
  }
}
