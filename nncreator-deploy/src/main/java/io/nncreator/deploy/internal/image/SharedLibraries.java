// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The libraries of this Linux that programs need to run where there is nothing else. */
final class SharedLibraries {
  private static final Pattern FOUND = Pattern.compile("(?m)^\\s*(?:\\S+ => )?(/\\S+) \\(0x");

  private SharedLibraries() {}

  /**
   * Finds them as the loader does. Libraries that lie in the folders of the programs are left out.
   *
   * @return the path at which the loader looks for each, to the file itself
   */
  static Map<String, Path> of(List<Path> programs, Path own) {
    Map<String, Path> found = new TreeMap<>();
    for (Path each : programs) {
      List<String> command = new ArrayList<>(List.of("ldd", each.toString()));
      Matcher line = FOUND.matcher(Program.run(command));
      while (line.find()) {
        Path library = Path.of(line.group(1));
        if (!library.startsWith(own) && Files.exists(library)) {
          found.put(line.group(1), real(library));
        }
      }
    }
    return found;
  }

  private static Path real(Path library) {
    try {
      return library.toRealPath();
    } catch (IOException e) {
      throw Images.failed("The library (" + library + ") is not found", "Maybe try again.", e);
    }
  }
}
