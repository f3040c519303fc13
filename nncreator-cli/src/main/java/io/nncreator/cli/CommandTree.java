// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import io.nncreator.api.task.Metric;
import io.nncreator.cli.command.AutoCommand;
import io.nncreator.cli.command.DoctorCommand;
import io.nncreator.cli.command.EvaluateCommand;
import io.nncreator.cli.command.ExportCommand;
import io.nncreator.cli.command.ListCommand;
import io.nncreator.cli.command.PlanCommand;
import io.nncreator.cli.command.PredictCommand;
import io.nncreator.cli.command.ShowCommand;
import io.nncreator.cli.command.Surroundings;
import io.nncreator.cli.report.ExitCode;
import io.nncreator.cli.report.Failure;
import io.nncreator.cli.text.Display;
import io.nncreator.cli.text.Durations;
import io.nncreator.cli.text.Nearest;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** All commands, and how their errors are told. */
final class CommandTree {
  /** Option that shows stack traces and logs. */
  static final String DEBUG = "--debug";

  private CommandTree() {}

  /** Runs one command and returns the exit code. */
  static int execute(Surroundings surroundings, String... args) {
    boolean debug = List.of(args).contains(DEBUG);
    PrintStream err = surroundings.terminal().err();
    try {
      int code = commands(surroundings, debug).execute(args);
      return code == ExitCode.DONE ? written(surroundings.terminal().out(), err) : code;
    } catch (OutOfMemoryError | LinkageError | StackOverflowError e) {
      return fail(e, debug, err);
    }
  }

  /** A stream of results swallows errors, but a command whose results are lost has failed. */
  private static int written(PrintStream out, PrintStream err) {
    if (!out.checkError()) {
      return ExitCode.DONE;
    }
    err.println("error: The results cannot be written to standard output.");
    err.println("  Maybe the disk is full, or the program that reads them has ended.");
    return ExitCode.MACHINE;
  }

  private static CommandLine commands(Surroundings surroundings, boolean debug) {
    PrintStream err = surroundings.terminal().err();
    Ansi ansi = surroundings.terminal().color() ? Ansi.ON : Ansi.OFF;
    CommandLine commands =
        new CommandLine(new RootCommand())
            .addSubcommand(new AutoCommand(surroundings))
            .addSubcommand(new PlanCommand(surroundings))
            .addSubcommand(new PredictCommand(surroundings))
            .addSubcommand(new EvaluateCommand(surroundings))
            .addSubcommand(new ShowCommand(surroundings))
            .addSubcommand(new ListCommand(surroundings))
            .addSubcommand(new ExportCommand(surroundings))
            .addSubcommand(new DoctorCommand(surroundings))
            .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
            .setOut(writer(surroundings.terminal().out()))
            .setErr(writer(err))
            .registerConverter(Duration.class, CommandTree::duration)
            .registerConverter(Metric.class, CommandTree::metric)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOverwrittenOptionsAllowed(false)
            .setParameterExceptionHandler((e, args) -> misunderstood(e, args, err))
            .setExecutionExceptionHandler((e, command, result) -> fail(e, debug, err));
    addStandardOptions(commands);
    commands.getSubcommands().values().forEach(CommandTree::addStandardOptions);
    return commands;
  }

  /** Every command has the help and debug options. */
  private static void addStandardOptions(CommandLine command) {
    command
        .getCommandSpec()
        .addMixin(
            "standard", CommandLine.Model.CommandSpec.forAnnotatedObject(new StandardOptions()));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private static Duration duration(String text) {
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static Metric metric(String text) {
    return Metric.byId(text)
        .orElseThrow(
            () -> {
              List<String> ids = Arrays.stream(Metric.values()).map(Metric::id).toList();
              String meant =
                  Nearest.to(text, ids).map(id -> "Did you mean " + id + "? ").orElse("");
              return new TypeConversionException(
                  "There is no metric ("
                      + text
                      + "). "
                      + meant
                      + "The metrics are "
                      + String.join(", ", ids)
                      + ".");
            });
  }

  private static int misunderstood(ParameterException e, String[] args, PrintStream err) {
    err.println("error: " + Display.safe(String.valueOf(e.getMessage())));
    CommandLine command = e.getCommandLine();
    List<String> known = new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
    Set<String> subcommands = command.getSubcommands().keySet();
    known.addAll(subcommands);
    for (String arg : args) {
      String word = arg.startsWith("--") ? arg.replaceFirst("=.*", "") : arg;
      boolean named = word.startsWith("--") || !subcommands.isEmpty();
      if (named && !known.contains(word)) {
        Nearest.to(word, known).ifPresent(meant -> err.println("  Did you mean " + meant + "?"));
      }
    }
    err.println("  More: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static int fail(Throwable error, boolean debug, PrintStream err) {
    Failure failure = Failure.of(error);
    failure.lines().forEach(err::println);
    if (debug) {
      error.printStackTrace(err);
    }
    return failure.exitCode();
  }
}
