// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.deploy.internal.library.ServerFiles;
import io.nncreator.deploy.internal.rollout.Events;
import io.nncreator.deploy.internal.rollout.Goal;
import io.nncreator.serving.ServingDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens fleets on this machine: new ones, and those that an earlier process left. */
public final class LocalFleets {
  /** No name of a service begins with a dot. */
  private static final String SERVERS = ".servers";

  private static final Goal NOTHING = new Goal(0, 0, 0, false);

  private LocalFleets() {}

  /** Opens a fleet without replicas in this process. */
  public static LocalFleet inProcess(DeploymentRequest request, Events events) {
    Front front = Front.open(request.host(), request.port());
    return new LocalFleet(new EmbeddedLauncher(request), front, events, NOTHING, List.of());
  }

  /** Opens a fleet without replicas in processes of their own. */
  public static LocalFleet processes(Path home, DeploymentRequest request, Events events) {
    ServingDistribution server = ServerFiles.in(home.resolve(SERVERS));
    Front front = Front.open(request.host(), request.port());
    try {
      ServiceFolder folder =
          ServiceFolder.create(home.resolve(request.name()), request, front.port());
      Launcher launcher = new ProcessLauncher(request, folder, server);
      return new LocalFleet(launcher, front, events, NOTHING, List.of());
    } catch (RuntimeException e) {
      front.close();
      throw e;
    }
  }

  /** Opens a fleet that an earlier process left; empty if there is none of the name. */
  public static Optional<LocalFleet> find(Path home, String name, Events events) {
    Path place = home.resolve(name);
    if (!names(home).contains(name)) {
      return Optional.empty();
    }
    ServiceRecord record = ServiceFolder.read(place);
    DeploymentRequest request = request(record, place);
    ServiceFolder folder = ServiceFolder.open(place, request, record.port());
    try {
      Front front = Front.open(record.host(), record.port());
      List<Member> members = new ArrayList<>();
      for (ServerRecord each : record.servers()) {
        ProcessServer.find(each, folder.server(each.folder()))
            .map(server -> new Member(server, each.revision(), each.restarts(), System.nanoTime()))
            .ifPresent(members::add);
      }
      Launcher launcher =
          new ProcessLauncher(request, folder, ServerFiles.in(home.resolve(SERVERS)));
      return Optional.of(new LocalFleet(launcher, front, events, record.goal(), members));
    } catch (DeploymentException e) {
      folder.unlock();
      throw e;
    }
  }

  /** Returns the names of the services of processes. */
  public static List<String> names(Path home) {
    if (!Files.isDirectory(home)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(home)) {
      return entries
          .filter(ServiceFolder::exists)
          .map(each -> each.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static DeploymentRequest request(ServiceRecord record, Path place) {
    DeploymentRequest request =
        DeploymentRequest.of(record.name(), place)
            .withHost(record.host())
            .withPort(record.port())
            .withMemoryMib(record.memoryMib())
            .withCpus(record.cpus());
    String token = record.tokenFile();
    return token == null ? request : request.withTokenFile(Path.of(token));
  }
}
