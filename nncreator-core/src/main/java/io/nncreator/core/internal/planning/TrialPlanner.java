// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.planning;

import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Fits folds, repetitions, candidates and epochs into the time, by {@link TrainingCost} alone: the
 * richest scheme whose most promising candidates fit wins, and the rest of the time goes to further
 * candidates.
 */
public final class TrialPlanner {
  /** Rows from which on a part of them is held out instead of repeating the procedure. */
  public static final int HOLDOUT_FROM = 2_000;

  /** Rows up to which eight folds are tried first: each member then learns from more of them. */
  private static final int BAG_MORE_BELOW = 1_000;

  /** Candidates that a scheme must afford before a richer scheme is preferred. */
  private static final int CORE_CANDIDATES = 3;

  /** Factor on the time that the plan counts on: the fixed costs are those of a slower machine. */
  private static final double USED = 1.2;

  private TrialPlanner() {}

  /**
   * A plan of trials.
   *
   * @param scheme how they are compared and judged
   * @param candidates what is tried, in order, with epochs cut to the time where needed
   */
  public record Trials(ValidationScheme scheme, List<Candidate> candidates) {
    /** Copies the candidates. */
    public Trials {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Plans.
   *
   * @param rows rows with a known target
   * @param further rows beside them, all of which every member learns from
   * @param smallestClass rows of the rarest class; {@code rows} for numbers
   * @param latest whether the latest rows judge
   * @param portfolio candidates in the order of their promise, the first one linear
   * @param fitting gives a candidate's body the settings that follow from rows, since its cost
   *     depends on them
   * @param time from now to the end of training
   * @param cores trainings that run at once
   */
  public static Trials plan(
      int rows,
      long further,
      int smallestClass,
      boolean latest,
      FeatureLayout layout,
      int outputs,
      List<Candidate> portfolio,
      UnaryOperator<NetworkSpec> fitting,
      Duration time,
      int cores) {
    double affordable = time.toNanos() / 1e9 * cores * USED;
    List<NetworkAssembly> networks =
        portfolio.stream()
            .map(candidate -> fitting.apply(candidate.network()))
            .map(body -> new NetworkAssembly(layout, body, outputs))
            .toList();
    List<ValidationScheme> schemes = schemes(rows, smallestClass, latest);
    ValidationScheme last = schemes.get(schemes.size() - 1);
    for (ValidationScheme scheme : schemes) {
      List<Double> costs = costs(portfolio, networks, scheme, rows, further);
      double core = sum(costs, CORE_CANDIDATES);
      if (core <= affordable || scheme.equals(last)) {
        return core <= affordable
            ? new Trials(scheme, fitting(portfolio, costs, affordable))
            : new Trials(scheme, shortened(portfolio, costs, affordable, scheme.runs(), cores));
      }
    }
    throw new AssertionError("The last scheme always returns");
  }

  private static List<ValidationScheme> schemes(int rows, int smallestClass, boolean latest) {
    int most = Math.max(2, Math.min(5, smallestClass));
    int least = Math.max(2, Math.min(3, smallestClass));
    List<ValidationScheme> schemes = new ArrayList<>();
    if (rows >= HOLDOUT_FROM) {
      int holdout = Math.min(Math.max(rows / 5, 400), 3_000);
      schemes.add(new ValidationScheme(most, 0, holdout, latest));
      schemes.add(new ValidationScheme(least, 0, holdout, latest));
      schemes.add(new ValidationScheme(2, 0, holdout, latest));
    } else {
      if (rows < BAG_MORE_BELOW) {
        schemes.add(new ValidationScheme(Math.max(2, Math.min(8, smallestClass)), most, 0, latest));
      }
      schemes.add(new ValidationScheme(most, most, 0, latest));
      schemes.add(new ValidationScheme(most, least, 0, latest));
      schemes.add(new ValidationScheme(least, least, 0, latest));
      schemes.add(new ValidationScheme(2, 2, 0, latest));
    }
    return schemes;
  }

  private static List<Double> costs(
      List<Candidate> portfolio,
      List<NetworkAssembly> networks,
      ValidationScheme scheme,
      int rows,
      long further) {
    long inMemory = (long) (rows - scheme.holdoutRows()) * (scheme.folds() - 1) / scheme.folds();
    int perFold = (int) Math.min(Integer.MAX_VALUE, inMemory + further);
    List<Double> costs = new ArrayList<>();
    for (int i = 0; i < portfolio.size(); i++) {
      costs.add(
          scheme.runs()
              * TrainingCost.seconds(
                  networks.get(i),
                  portfolio.get(i).recipe(),
                  Math.max(1, perFold),
                  scheme.folds()));
    }
    return costs;
  }

  private static List<Candidate> fitting(
      List<Candidate> portfolio, List<Double> costs, double affordable) {
    List<Candidate> chosen = new ArrayList<>();
    double spent = 0;
    for (int i = 0; i < portfolio.size(); i++) {
      if (i < CORE_CANDIDATES || spent + costs.get(i) <= affordable) {
        spent += costs.get(i);
        chosen.add(portfolio.get(i));
      }
    }
    return chosen;
  }

  /** Cuts epochs so that all trainings fit together, and each of them on the one core it has. */
  private static List<Candidate> shortened(
      List<Candidate> portfolio, List<Double> costs, double affordable, int runs, int cores) {
    int count = Math.min(2, portfolio.size());
    double together = affordable / sum(costs, count);
    List<Candidate> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Candidate candidate = portfolio.get(i);
      double alone = affordable / cores / (costs.get(i) / runs);
      double share = Math.min(1, Math.min(together, alone));
      int epochs = Math.max(3, (int) (candidate.recipe().epochs() * share));
      chosen.add(
          new Candidate(
              candidate.network(), candidate.recipe().withEpochs(epochs), candidate.reason()));
    }
    return chosen;
  }

  private static double sum(List<Double> costs, int first) {
    return costs.stream().limit(first).mapToDouble(Double::doubleValue).sum();
  }
}
