// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.report;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.NnCreatorException;
import io.nncreator.cli.text.Display;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as the command line tells it.
 *
 * @param exitCode of the process
 * @param lines what happened, what to do, where to read more
 */
public record Failure(int exitCode, List<String> lines) {
  private static final String REMEDY = " Maybe ";

  /** Causes may go in circles. */
  private static final int DEEPEST = 20;

  /** Says what an exception means to the user. */
  public static Failure of(Throwable error) {
    if (outOfMemory(error)) {
      return new Failure(
          ExitCode.MACHINE,
          List.of(
              "error: The memory of the Java process is used up.",
              "  Give it more, such as NNCREATOR_JAVA_OPTS=-Xmx8g, or take fewer rows."));
    }
    if (error instanceof NnCreatorException known) {
      return new Failure(exitCode(known.code()), lines(known));
    }
    if (error instanceof FileSystemException file) {
      return new Failure(ExitCode.MACHINE, List.of("error: " + Display.safe(file(file))));
    }
    return new Failure(
        ExitCode.BUG,
        List.of(
            "error: Something that should not happen: " + Display.safe(error.toString()),
            "  This is a fault of NNCreator. Run again with --debug and report what it prints."));
  }

  /** Memory runs out on threads of the library too, which then tell of it by a cause. */
  private static boolean outOfMemory(Throwable error) {
    @Nullable Throwable cause = error;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static List<String> lines(NnCreatorException error) {
    String message = Display.safeLines(String.valueOf(error.getMessage()));
    int remedy = message.indexOf(REMEDY);
    List<String> lines = new ArrayList<>();
    String fact = remedy < 0 ? message : message.substring(0, remedy);
    lines.add("error[" + error.code().code() + "]: " + fact);
    if (remedy >= 0) {
      lines.add("  " + message.substring(remedy + 1));
    }
    lines.add("  More: docs/errors/" + error.code().code() + ".md");
    return lines;
  }

  private static String file(FileSystemException error) {
    String fact =
        switch (error.getClass().getSimpleName()) {
          case "FileAlreadyExistsException" -> "is there already";
          case "NoSuchFileException" -> "or its folder does not exist";
          case "AccessDeniedException" -> "may not be used: permission denied";
          default -> "cannot be used: " + error.getReason();
        };
    return "The file (" + error.getFile() + ") " + fact + ".";
  }

  private static int exitCode(ErrorCode code) {
    return switch (code) {
      case TRAINING_ENGINE,
          BUNDLE_UNWRITABLE,
          ANSWERS_UNWRITABLE,
          INFERENCE_ENGINE,
          PROVIDER_MISSING,
          PROVIDER_UNSUPPORTED,
          WORKSPACE_UNUSABLE ->
          ExitCode.MACHINE;
      case CREATION_FAILED, RELEASE_MISMATCH -> ExitCode.BUG;
      case CREATION_CANCELLED -> ExitCode.INTERRUPTED;
      default -> ExitCode.REFUSED;
    };
  }
}
