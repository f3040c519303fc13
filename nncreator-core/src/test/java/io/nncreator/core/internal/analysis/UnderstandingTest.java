// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TaskException;
import io.nncreator.api.task.Horizon;
import io.nncreator.api.task.Horizon.Frequency;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Modality;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.Question;
import io.nncreator.api.task.SplitKind;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.api.task.UnderstoodTask;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is understood, built or not,")
class UnderstandingTest {
  private static final TaskAnalyst ANALYST = TaskAnalyst.create();

  private static UnderstoodTask understand(String sentence, TestTable table) {
    return ANALYST.understand(sentence, table.profile(), table.data(), TaskSettings.NONE);
  }

  private static List<String> targets(UnderstoodTask task) {
    return task.targets().stream().map(Inferred::value).toList();
  }

  private static List<String> excluded(UnderstoodTask task) {
    return task.excluded().stream().map(Inferred::value).toList();
  }

  private static List<Question.About> asked(UnderstoodTask task) {
    return task.questions().stream().map(Question::about).toList();
  }

  private static TestTable deliveries() {
    return new TestTable(200)
        .names("order_no", "A")
        .classes("carrier", "post", 40, "courier", 60)
        .real("weight_kg", 0, 30)
        .whole("delay_days", 0, 40);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Will the delivery be more than 5 days late?     | delay_days > 5",
        "Опоздает ли доставка больше чем на 5 дней?      | delay_days > 5",
        "Is the delivery late by more than a week?       | delay_days > 7",
        "Is the delay at least 3 days?                   | delay_days >= 3",
        "Is the delivery 10+ days late?                  | delay_days >= 10",
        "Ist die Lieferung mehr als 5 Tage verspätet?    | delay_days > 5",
      })
  @DisplayName("may be a comparison of a quantity")
  void derivation(String sentence, String derivation) {
    UnderstoodTask task = understand(sentence, deliveries());
    assertThat(task.objective().value()).isEqualTo(Objective.BINARY);
    assertThat(targets(task)).containsExactly("delay_days");
    assertThat(task.details().derivation()).hasToString(derivation);
    assertThatThrownBy(
            () ->
                ANALYST.analyse(
                    sentence, deliveries().profile(), deliveries().data(), TaskSettings.NONE))
        .isInstanceOfSatisfying(
            TaskException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.TASK_DERIVED);
              assertThat(e.understood()).contains(task);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'Classify homes as cheap, medium or expensive by price'",
    "'Предскажи категорию цены: дёшево, средне, дорого'",
  })
  @DisplayName("asks where grades of a quantity begin")
  void grades(String sentence) {
    TestTable homes = new TestTable(200).reals("area").whole("rooms", 1, 6).real("price", 10, 900);
    UnderstoodTask task = understand(sentence, homes);
    assertThat(task.objective().value()).isEqualTo(Objective.MULTICLASS);
    assertThat(targets(task)).containsExactly("price");
    assertThat(asked(task)).contains(Question.About.DERIVATION);
  }

  @Test
  @DisplayName("holds the limits that the sentence states")
  void limits() {
    UnderstoodTask task =
        understand(
            "Predict the delay; train for at most 10 minutes, the model under 5 MB,"
                + " answers below 20 ms, mean absolute error below 2.5.",
            deliveries());
    assertThat(task.details().trainMinutes()).isEqualTo(10);
    assertThat(task.details().modelMb()).isEqualTo(5);
    assertThat(task.details().latencyMs()).isEqualTo(20);
    assertThat(task.details().goal()).isEqualTo(2.5);
    assertThat(task.details().derivation()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Forecast sales for the next 14 days, 14",
    "Прогноз продаж на 2 недели вперёд, 14",
    "Sales tomorrow, 1",
    "预测未来7天的销量, 7",
  })
  @DisplayName("tells how far a forecast goes")
  void horizon(String sentence, int days) {
    TestTable table = new TestTable(300).dates("day").real("sales", 1, 99).truths("promo");
    UnderstoodTask task = understand(sentence, table);
    assertThat(task.modality().value()).isEqualTo(Modality.TIME_SERIES);
    assertThat(task.objective().value()).isEqualTo(Objective.FORECAST);
    assertThat(targets(task)).containsExactly("sales");
    assertThat(task.split().value()).isEqualTo(SplitKind.TIME);
    assertThat(task.details().horizon()).isEqualTo(new Horizon(days, Frequency.DAY));
  }

  @Test
  @DisplayName("reads quantiles")
  void quantiles() {
    UnderstoodTask task = understand("The 10th and the 90th percentile of the delay", deliveries());
    assertThat(task.objective().value()).isEqualTo(Objective.QUANTILE);
    assertThat(task.details().quantiles()).containsExactly(0.1, 0.9);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'Will the patient survive? Never split one patient between train and test.'",
    "'Выживет ли пациент? Один и тот же пациент не должен попасть и в обучение, и в проверку'",
  })
  @DisplayName("keeps groups together when asked to")
  void groups(String sentence) {
    TestTable table =
        new TestTable(300)
            .whole("patient_id", 1, 60)
            .reals("glucose")
            .classes("survived", "no", 40, "yes", 60);
    UnderstoodTask task = understand(sentence, table);
    assertThat(targets(task)).containsExactly("survived");
    assertThat(task.split().value()).isEqualTo(SplitKind.GROUP);
    assertThat(task.groupColumn()).isNotNull().extracting(Inferred::value).isEqualTo("patient_id");
    assertThat(excluded(task)).containsExactly("patient_id");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Predict the defect. rework_cost is filled in afterwards, so drop it.",
        "Предскажи брак. Поле rework_cost появляется уже после контроля",
        "Предскажи брак, только rework_cost не используй",
        "Predict the defect; rework_cost must stay out.",
      })
  @DisplayName("leaves out what is known only afterwards")
  void leaks(String sentence) {
    TestTable table =
        new TestTable(300).reals("pressure").real("rework_cost", 0, 9).truths("defect");
    UnderstoodTask task = understand(sentence, table);
    assertThat(targets(task)).containsExactly("defect");
    assertThat(excluded(task)).containsExactly("rework_cost");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Предскажи зарплату, REGRESSION", "Купит ли клиент страховку?, BINARY"})
  @DisplayName("has no target where the data lack it")
  void missing(String sentence, Objective objective) {
    TestTable table =
        new TestTable(300).names("id", "n").reals("distance").evenClasses("city", "aa", "bb", "cc");
    UnderstoodTask task = understand(sentence, table);
    assertThat(task.objective().value()).isEqualTo(objective);
    assertThat(task.targets()).isEmpty();
    assertThat(asked(task)).contains(Question.About.TARGET);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "prdict the prise of flats, price",
    "прадсказать стоемость квартиры, price",
    "сумма долга, summa_dolga",
  })
  @DisplayName("forgives slips and foreign letters")
  void spelling(String sentence, String target) {
    TestTable table =
        new TestTable(300).reals("area", target.equals("price") ? "price" : "summa_dolga");
    assertThat(targets(understand(sentence, table))).containsExactly(target);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Which clients are alike?, CLUSTERING",
    "Выдели типы клиентов, CLUSTERING",
    "'Find odd clients, nothing is labelled', ANOMALY",
    "Recommend products to users, UNSUPPORTED",
    "Predict recency and spending at once, MULTI_REGRESSION",
  })
  @DisplayName("may be without one target")
  void others(String sentence, Objective objective) {
    TestTable table =
        new TestTable(300)
            .whole("user_id", 1, 90)
            .whole("item_id", 1, 90)
            .real("recency", 0, 700)
            .real("spending", 0, 900);
    assertThat(understand(sentence, table).objective().value()).isEqualTo(objective);
  }
}
