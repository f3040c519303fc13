// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.cli.doctor.Check;
import io.nncreator.cli.doctor.Machine;
import io.nncreator.cli.report.ExitCode;
import io.nncreator.cli.text.Json;
import io.nncreator.cli.text.Table;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is there and what is missing. */
@Command(
    name = "doctor",
    description = "Say which parts are there and what a missing one would add. Uses no network.")
public final class DoctorCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  private boolean json;

  /** Creates the command. */
  public DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Check> checks = Machine.checks(workspace.path(), System.getenv());
    PrintStream out = surroundings.terminal().out();
    boolean usable = checks.stream().noneMatch(check -> check.state() == Check.State.MISSING);
    if (json) {
      out.println(Json.write(json(checks, usable)));
    } else {
      print(checks, usable, out);
    }
    return usable ? ExitCode.DONE : ExitCode.MACHINE;
  }

  private static void print(List<Check> checks, boolean usable, PrintStream out) {
    Table table = new Table();
    for (Check check : checks) {
      table.row(check.state().word(), check.part(), check.finding());
      if (!check.remedy().isEmpty()) {
        table.row("", "", check.remedy());
      }
    }
    table.lines().forEach(out::println);
    out.println(
        usable ? "Networks can be created here." : "Networks cannot be created here: see above.");
  }

  private static Map<String, Object> json(List<Check> checks, boolean usable) {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (Check check : checks) {
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("state", check.state().word());
      part.put("finding", check.finding());
      part.put("remedy", check.remedy());
      parts.put(check.part(), part);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("usable", usable);
    json.put("parts", parts);
    return json;
  }
}
