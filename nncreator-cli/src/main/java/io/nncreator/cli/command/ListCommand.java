// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.api.error.NnCreatorException;
import io.nncreator.cli.report.ExitCode;
import io.nncreator.cli.report.NetworkText;
import io.nncreator.cli.text.Display;
import io.nncreator.cli.text.Json;
import io.nncreator.cli.text.Numbers;
import io.nncreator.cli.text.Table;
import io.nncreator.runtime.NetworkInfo;
import io.nncreator.runtime.NeuralNetwork;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the networks of a workspace. */
@Command(name = "list", description = "List the networks in the workspace, the newest first.")
public final class ListCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

  @Option(names = "--json", description = "Print one JSON array on standard output.")
  private boolean json;

  /** Creates the command. */
  public ListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    List<NetworkInfo> networks = new ArrayList<>();
    for (Path bundle : bundles()) {
      try (NeuralNetwork network = NeuralNetwork.load(bundle)) {
        networks.add(network.info());
      } catch (NnCreatorException e) {
        surroundings.terminal().err().println("warning: " + Display.safe(e.toString()));
      }
    }
    networks.sort(Comparator.comparing(NetworkInfo::created).reversed());
    print(networks);
    return ExitCode.DONE;
  }

  private List<Path> bundles() throws IOException {
    if (!Files.isDirectory(workspace.models())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(workspace.models())) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .toList();
    }
  }

  private void print(List<NetworkInfo> networks) {
    PrintStream out = surroundings.terminal().out();
    if (json) {
      List<Map<String, Object>> array = networks.stream().map(NetworkText::jsonInfo).toList();
      out.println(Json.write(array));
      return;
    }
    if (networks.isEmpty()) {
      out.println("There are no networks in " + workspace.path() + ".");
      return;
    }
    Table table = new Table();
    for (NetworkInfo info : networks) {
      table.row(
          info.id(),
          info.task().target().value(),
          info.metric().id() + " " + Numbers.significant(info.score().value()),
          info.task().description());
    }
    table.lines().forEach(out::println);
  }
}
