// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.error.CreationException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.CreationListener;
import io.nncreator.api.event.Stage;
import io.nncreator.api.spi.Deployer;
import io.nncreator.api.spi.LlmProvider;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.core.CreationJob;
import io.nncreator.core.CreationPlan;
import io.nncreator.core.CreationSpec;
import io.nncreator.core.JobProgress;
import io.nncreator.core.JobStatus;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.core.ProviderStatus;
import io.nncreator.runtime.NeuralNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A creator that notes what it is told, sends prepared events and ends as prepared. */
final class ScriptedCreator implements NeuralNetworkCreator, CreationSpec, CreationJob {
  final List<String> told = new ArrayList<>();
  private final List<CreationListener> listeners = new ArrayList<>();
  private final List<CreationEvent> events;
  private final CompletableFuture<NeuralNetwork> completion = new CompletableFuture<>();

  private ScriptedCreator(List<CreationEvent> events) {
    this.events = events;
  }

  static ScriptedCreator ending(NeuralNetwork network, CreationEvent... events) {
    ScriptedCreator creator = new ScriptedCreator(List.of(events));
    creator.completion.complete(network);
    return creator;
  }

  static ScriptedCreator failing(NnCreatorException error) {
    ScriptedCreator creator = new ScriptedCreator(List.of());
    creator.completion.completeExceptionally(error);
    return creator;
  }

  static ScriptedCreator planning() {
    return new ScriptedCreator(List.of());
  }

  private ScriptedCreator note(String what) {
    told.add(what);
    return this;
  }

  @Override
  public CreationSpec create(String description) {
    return note("create " + description);
  }

  @Override
  public Optional<LlmProvider> llm() {
    return Optional.empty();
  }

  @Override
  public Deployer deployer() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ProviderStatus> providers() {
    return List.of();
  }

  @Override
  public void close() {
    note("close");
  }

  @Override
  public CreationSpec from(DataSource data) {
    return note("from " + data.name());
  }

  @Override
  public CreationSpec target(String column) {
    return note("target " + column);
  }

  @Override
  public CreationSpec objective(Objective objective) {
    return note("objective " + objective);
  }

  @Override
  public CreationSpec metric(Metric metric) {
    return note("metric " + metric.id());
  }

  @Override
  public CreationSpec exclude(String... columns) {
    return note("exclude " + Arrays.toString(columns));
  }

  @Override
  public CreationSpec within(Duration budget) {
    return note("within " + budget);
  }

  @Override
  public CreationSpec seed(long seed) {
    return note("seed " + seed);
  }

  @Override
  public CreationSpec to(Path folder) {
    return note("to " + folder);
  }

  @Override
  public CreationSpec listener(CreationListener listener) {
    listeners.add(listener);
    return this;
  }

  @Override
  public CreationPlan plan() {
    throw new IllegalStateException("no plan was prepared");
  }

  @Override
  public CreationJob start() {
    note("start");
    events.forEach(event -> listeners.forEach(listener -> listener.onEvent(event)));
    return this;
  }

  @Override
  public String id() {
    return "scripted";
  }

  @Override
  public JobStatus status() {
    return completion.isDone() ? JobStatus.SUCCEEDED : JobStatus.RUNNING;
  }

  @Override
  public JobProgress progress() {
    return new JobProgress(
        Stage.TRAINING, 0.5, Duration.ofSeconds(30), Duration.ofSeconds(30), null);
  }

  @Override
  public void stop() {
    note("stop");
  }

  @Override
  public void cancel() {
    note("cancel");
    completion.completeExceptionally(
        new CreationException(ErrorCode.CREATION_CANCELLED, "The creation was cancelled.", null));
  }

  @Override
  public CompletionStage<NeuralNetwork> completion() {
    return completion;
  }

  @Override
  public NeuralNetwork await() {
    return completion.join();
  }
}
