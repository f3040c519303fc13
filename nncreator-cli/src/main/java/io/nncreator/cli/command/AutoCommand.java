// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.api.event.CreationPlanned;
import io.nncreator.api.event.TaskAnalysed;
import io.nncreator.cli.progress.ProgressDisplay;
import io.nncreator.cli.report.ExitCode;
import io.nncreator.cli.report.NetworkText;
import io.nncreator.cli.report.PlanText;
import io.nncreator.cli.report.ScoreText;
import io.nncreator.cli.report.TaskText;
import io.nncreator.cli.terminal.InterruptKey;
import io.nncreator.cli.text.Json;
import io.nncreator.core.CreationJob;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Creates a network, from the sentence to the saved bundle. */
@Command(
    name = "auto",
    description = "Create a network: understand, train, judge on unseen rows, save.")
public final class AutoCommand implements Callable<Integer> {
  private static final long TICK_MILLIS = 200;

  private final Surroundings surroundings;
  @Mixin private final TaskOptions task = new TaskOptions();
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private final OutputOptions output = new OutputOptions();

  /** Creates the command. */
  public AutoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    long start = System.nanoTime();
    try (NeuralNetworkCreator creator = surroundings.creators().apply(workspace.path());
        NeuralNetwork network = create(creator)) {
      print(network, (System.nanoTime() - start) / 1e9);
    }
    return ExitCode.DONE;
  }

  private NeuralNetwork create(NeuralNetworkCreator creator) throws Exception {
    PrintStream out = surroundings.terminal().out();
    try (ProgressDisplay display = ProgressDisplay.on(surroundings.terminal(), output.quiet())) {
      CreationJob job =
          task.spec(creator)
              .listener(display)
              .on(TaskAnalysed.class, e -> section(display, out, TaskText.of(e.task())))
              .on(CreationPlanned.class, e -> section(display, out, PlanText.of(e)))
              .start();
      return InterruptKey.during(() -> await(job, display), interrupt(job, display));
    }
  }

  private void section(ProgressDisplay display, PrintStream out, List<String> lines) {
    if (!output.json()) {
      display.show(out, lines);
    }
  }

  /** The first press keeps the best network so far, the second one nothing. */
  private Runnable interrupt(CreationJob job, ProgressDisplay display) {
    AtomicBoolean pressed = new AtomicBoolean();
    PrintStream err = surroundings.terminal().err();
    return () -> {
      if (pressed.getAndSet(true)) {
        display.show(err, List.of("Cancelling; nothing is kept."));
        job.cancel();
      } else {
        display.show(
            err, List.of("Stopping; the best network is kept. Press Ctrl-C again to drop it."));
        job.stop();
      }
    };
  }

  private static NeuralNetwork await(CreationJob job, ProgressDisplay display) throws Exception {
    CompletableFuture<NeuralNetwork> completion = job.completion().toCompletableFuture();
    while (true) {
      try {
        return completion.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        display.tick(job.progress());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }

  private void print(NeuralNetwork network, double seconds) {
    PrintStream out = surroundings.terminal().out();
    if (output.json()) {
      String path = network.location().toString();
      out.println(Json.write(ScoreText.json(network.info(), seconds, path)));
    } else {
      ScoreText.of(network.info()).forEach(out::println);
      NetworkText.next(network, seconds).forEach(out::println);
    }
  }
}
