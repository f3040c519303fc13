// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.doctor;

import io.nncreator.cli.text.Numbers;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The machine, seen without a network connection. */
public final class Machine {
  private static final long LEAST_MEMORY = 1L << 30;

  private Machine() {}

  /** Looks at every part. */
  public static List<Check> checks(Path workspace, Map<String, String> environment) {
    List<Check> checks = new ArrayList<>();
    checks.add(java());
    checks.add(processor());
    checks.add(memory());
    checks.addAll(Engines.checks());
    checks.add(workspace(workspace));
    checks.add(docker(environment));
    checks.add(llm(environment));
    checks.add(gpu());
    return checks;
  }

  private static Check java() {
    return Check.ok(
        "Java",
        System.getProperty("java.version")
            + " ("
            + System.getProperty("java.vendor")
            + "), "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
  }

  private static Check processor() {
    return Check.ok("processor", Numbers.count(Runtime.getRuntime().availableProcessors(), "core"));
  }

  private static Check memory() {
    long heap = Runtime.getRuntime().maxMemory();
    String finding = "up to " + Numbers.bytes(heap) + " of Java heap";
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      long total = system.getTotalMemorySize();
      finding = Numbers.bytes(total) + ", " + finding;
      if (total < LEAST_MEMORY) {
        return Check.missing("memory", finding, "PyTorch needs about 1 GiB beside the data.");
      }
    }
    return Check.ok("memory", finding);
  }

  /** Writes a file beside where the workspace is or would be, and deletes it. */
  static Check workspace(Path workspace) {
    Path folder = workspace.toAbsolutePath().normalize();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    String named = workspace.toAbsolutePath().normalize().toString();
    if (folder != null && Files.isDirectory(folder)) {
      try {
        Files.delete(Files.createTempFile(folder, ".nncreator", ".tmp"));
        return Check.ok("workspace", named);
      } catch (IOException | SecurityException e) {
        // Said below.
      }
    }
    return Check.missing(
        "workspace", named + " cannot be written", "Choose another folder with --workspace.");
  }

  private static Check docker(Map<String, String> environment) {
    String adds = "Serving in containers is planned; this version does not use Docker.";
    boolean there =
        environment.containsKey("DOCKER_HOST")
            || Files.exists(Path.of("/var/run/docker.sock"))
            || onPath("docker", environment.get("PATH"));
    return Check.optional("Docker", there ? "seems to be there" : "not seen", adds);
  }

  private static Check llm(Map<String, String> environment) {
    String adds = "Advice of a language model is planned; this version does not use one.";
    boolean there =
        environment.containsKey("OPENAI_API_KEY")
            || environment.containsKey("OLLAMA_HOST")
            || onPath("ollama", environment.get("PATH"));
    return Check.optional("LLM", there ? "seems to be set up" : "not seen", adds);
  }

  private static Check gpu() {
    boolean there = Files.exists(Path.of("/dev/nvidia0"));
    return Check.optional(
        "GPU",
        there ? "an NVIDIA device is there" : "not seen",
        "Networks for tables train fast without one; this version trains on the processor.");
  }

  private static boolean onPath(String program, @Nullable String path) {
    return path != null
        && Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(path)
            .filter(folder -> !folder.isEmpty())
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
