// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.djl.internal.engine.EngineThread;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The program under way and the members that it holds: all at first, fewer after those that stopped
 * were left behind. Not thread-safe.
 *
 * <p>What a member learns does not depend on the others, but sizes are written into a program, so
 * fewer members are another program that goes on from the same state.
 */
final class ActiveProgram implements AutoCloseable {
  private final EngineThread thread;
  private final TrainingRequest request;
  private final TrainingPlan plan;
  private final Graph graph;
  private final boolean writesGradients;
  private final NativeRows rows;
  private final EpochParts parts;
  private TrainingState whole;
  private int[] members;
  private TrainingProgram program;

  /**
   * Loads the program of the members that a state says are held.
   *
   * @param plan of all members
   * @param writesGradients false = differentiate by PyTorch's tape in any case
   */
  ActiveProgram(
      EngineThread thread,
      TrainingRequest request,
      TrainingPlan plan,
      Graph graph,
      boolean writesGradients,
      TrainingState state) {
    this.thread = thread;
    this.request = request;
    this.plan = plan;
    this.graph = graph;
    this.writesGradients = writesGradients;
    this.rows = new NativeRows(request);
    this.parts = EpochParts.of(request, plan.batch());
    this.whole = state;
    this.members = state.held();
    this.program = open();
  }

  /** Returns the program at hand. */
  TrainingProgram program() {
    return program;
  }

  /** Returns the members of the program, by their positions in the request. */
  int[] members() {
    return members.clone();
  }

  /** Reads the state of all members: of those left behind, what it was then. */
  TrainingState state() {
    whole = whole.with(members, program.state(whole.select(members)));
    return whole;
  }

  /** Goes on with some of the members. */
  void keep(int[] fewer) {
    exchange(state(), fewer);
  }

  /** Returns a program that holds all members in a state, in place of the one at hand. */
  TrainingProgram all(TrainingState state) {
    if (members.length < plan.members()) {
      exchange(state, IntStream.range(0, plan.members()).toArray());
    }
    return program;
  }

  private void exchange(TrainingState state, int[] others) {
    program.close();
    whole = state;
    members = others.clone();
    program = open();
  }

  private TrainingProgram open() {
    List<Member> chosen = Arrays.stream(members).mapToObj(request.members()::get).toList();
    TrainingRequest part =
        chosen.size() == plan.members()
            ? request
            : new TrainingRequest(
                request.network(),
                request.recipe(),
                request.rows(),
                chosen,
                null,
                request.chunks());
    TrainingPlan sizes = plan.withMembers(chosen.size());
    TrainingProgram opened =
        new TrainingProgram(
            thread,
            part,
            sizes,
            TrainingScript.of(part, sizes, graph, writesGradients),
            parts,
            rows);
    try {
      opened.start(new ValidationRows(chosen, sizes), whole.select(members));
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
