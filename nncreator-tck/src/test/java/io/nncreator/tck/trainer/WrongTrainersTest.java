// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.tck.TrainerTck;
import io.nncreator.tck.fixture.AlteredTrainer;
import io.nncreator.tck.reference.ReferenceTrainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Trainers with one fault each are found out by the contract that they break. */
class WrongTrainersTest {
  private static final Trainer RIGHT = new ReferenceTrainer();

  @Test
  void oneThatGivesOtherWeightsEachTime() {
    AtomicInteger calls = new AtomicInteger();
    TrainerTck tck =
        with(
            (request, observer) ->
                reweighted(RIGHT.train(request, observer), 1 + calls.incrementAndGet() * 1e-6f));
    isFoundOut(tck::repeats);
    isFoundOut(tck::repeatsInParallel);
  }

  @Test
  void oneThatGivesWeightsOtherThanThoseItJudged() {
    TrainerTck tck =
        with((request, observer) -> reweighted(RIGHT.train(request, observer), 1.001f));
    isFoundOut(tck::learnsALine);
    isFoundOut(tck::trainsRandomNetworks);
  }

  @Test
  void oneThatMixesUpMembers() {
    TrainerTck tck =
        with(
            (request, observer) -> {
              TrainingResult result = RIGHT.train(request, observer);
              int[] reversed = new int[request.members().size()];
              for (int k = 0; k < reversed.length; k++) {
                reversed[k] = reversed.length - 1 - k;
              }
              Weights mixed = result.weights().select(reversed);
              return new TrainingResult(mixed, result.members(), result.checkpoint());
            });
    isFoundOut(tck::learnsExclusiveOr);
    isFoundOut(tck::aMemberAloneIsTheSame);
  }

  @Test
  void oneWhoseStepsAreTooLong() {
    TrainerTck tck =
        with(
            (request, observer) -> {
              TrainingRecipe recipe = request.recipe();
              TrainingRecipe longer =
                  new TrainingRecipe(
                      recipe.loss(),
                      recipe.optimizer(),
                      recipe.schedule(),
                      1.01 * recipe.learningRate(),
                      recipe.batchSize(),
                      recipe.epochs(),
                      recipe.patience(),
                      recipe.clipNorm());
              return RIGHT.train(changed(request, longer, request.members()), observer);
            });
    isFoundOut(tck::movesAlongTheGradient);
    isFoundOut(tck::endsWhereTheReferenceEnds);
  }

  @Test
  void oneThatTrainsAllMembersAtOneRate() {
    TrainerTck tck =
        with(
            (request, observer) -> {
              List<Member> alike =
                  request.members().stream().map(member -> member.withRate(1)).toList();
              return RIGHT.train(changed(request, request.recipe(), alike), observer);
            });
    isFoundOut(tck::endsWhereTheReferenceEndsAtOwnRates);
  }

  @Test
  void oneThatNeverClips() {
    TrainerTck tck =
        with(
            (request, observer) -> {
              TrainingRecipe recipe = request.recipe();
              TrainingRecipe free =
                  new TrainingRecipe(
                      recipe.loss(),
                      recipe.optimizer(),
                      recipe.schedule(),
                      recipe.learningRate(),
                      recipe.batchSize(),
                      recipe.epochs(),
                      recipe.patience(),
                      0);
              return RIGHT.train(changed(request, free, request.members()), observer);
            });
    isFoundOut(tck::endsWhereTheReferenceEnds);
  }

  @Test
  void oneThatNeverStops() {
    TrainerTck tck = with((request, observer) -> RIGHT.train(request, observer::onEpoch));
    isFoundOut(tck::resumes);
  }

  @Test
  void oneThatBeginsAnewInsteadOfGoingOn() {
    TrainerTck tck =
        with(
            (request, observer) ->
                RIGHT.train(changed(request, request.recipe(), request.members()), observer));
    isFoundOut(tck::resumes);
  }

  @Test
  void oneThatKeepsTheLastEpoch() {
    TrainerTck tck =
        with(
            (request, observer) -> {
              TrainingRecipe patient = Problems.withPatience(request.recipe(), 0);
              return RIGHT.train(changed(request, patient, request.members()), observer);
            });
    isFoundOut(tck::stopsEarly);
  }

  @Test
  void oneThatHidesDivergence() {
    TrainerTck tck =
        with(
            (request, observer) -> {
              TrainingResult result = RIGHT.train(request, observer);
              List<MemberResult> fine =
                  result.members().stream()
                      .map(
                          member ->
                              new MemberResult(
                                  MemberResult.Status.COMPLETED,
                                  member.bestEpoch(),
                                  member.validationLoss(),
                                  member.validationOutputs()))
                      .toList();
              return new TrainingResult(result.weights(), fine, result.checkpoint());
            });
    isFoundOut(tck::divergenceIsToldNotGiven);
    isFoundOut(tck::divergenceStaysWithinItsMember);
  }

  @Test
  void oneWhoseMembersShareASeed() {
    TrainerTck tck =
        with(
            (request, observer) -> {
              long seed = request.members().stream().mapToLong(Member::seed).sum();
              List<Member> same =
                  request.members().stream()
                      .map(
                          member ->
                              new Member(member.trainingRows(), member.validationRows(), seed))
                      .toList();
              return RIGHT.train(changed(request, request.recipe(), same), observer);
            });
    isFoundOut(tck::membersAreIndependent);
    isFoundOut(tck::aMemberAloneIsTheSame);
  }

  private static void isFoundOut(ThrowingCallable contract) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(contract);
  }

  private static TrainingRequest changed(
      TrainingRequest request, TrainingRecipe recipe, List<Member> members) {
    return Problems.request(request.network(), recipe, request.rows(), members);
  }

  private static TrainingResult reweighted(TrainingResult result, float factor) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    result
        .weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              float[] data = tensor.floats().clone();
              for (int i = 0; i < data.length; i++) {
                data[i] *= factor;
              }
              tensors.put(name, Tensor.of(data, tensor.dims()));
            });
    Weights weights = new Weights(result.weights().members(), tensors);
    return new TrainingResult(weights, result.members(), result.checkpoint());
  }

  private static TrainerTck with(AlteredTrainer.Training training) {
    return new TrainerTck() {
      @Override
      public Trainer trainer() {
        return new AlteredTrainer(RIGHT, training);
      }
    };
  }
}
