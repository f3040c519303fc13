// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import com.github.dockerjava.api.command.LoadImageCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import io.nncreator.deploy.internal.image.BalancerImage;
import io.nncreator.deploy.internal.image.BuiltImage;
import io.nncreator.deploy.internal.image.ServingImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The images of one service in the engine: {@code nncreator/NAME:REVISION}. */
final class EngineImages {
  private static final String BALANCER = "nncreator-balancer:1";

  private final Engine engine;
  private final Path cache;
  private final String repository;

  EngineImages(Engine engine, Path cache, String deployment) {
    this.engine = engine;
    this.cache = cache;
    this.repository = "nncreator/" + deployment;
  }

  String name(int revision) {
    return repository + ":" + revision;
  }

  /** Builds and loads the image of a network; returns its number. */
  int add(Path bundle, int atLeast) {
    int revision = revisions().stream().mapToInt(each -> each).max().orElse(0) + 1;
    int number = Math.max(revision, atLeast);
    load(tar -> new ServingImage(cache).build(bundle, name(number), String.valueOf(number), tar));
    return number;
  }

  /** Returns the name of the load balancer's image, which is built if the engine lacks it. */
  String balancer() {
    BuiltImage built =
        load(tar -> new BalancerImage(cache).build(HaproxyConfig.text(), BALANCER, tar));
    return built.id();
  }

  private BuiltImage load(Function<Path, BuiltImage> build) {
    try {
      Files.createDirectories(cache);
      Path tar = Files.createTempFile(cache, "image", ".tar");
      try {
        BuiltImage image = build.apply(tar);
        if (!has(image)) {
          load(image);
        }
        return image;
      } finally {
        Files.deleteIfExists(tar);
      }
    } catch (IOException e) {
      throw Engine.refused("keep the file of an image", e);
    }
  }

  private void load(BuiltImage image) {
    engine.ask(
        "load an image",
        docker -> {
          try (InputStream in = Files.newInputStream(image.tar())) {
            return docker.loadImageAsyncCmd(in).exec(new LoadImageCallback()).awaitMessage();
          } catch (IOException e) {
            throw Engine.refused("read the file of an image", e);
          }
        });
  }

  private boolean has(BuiltImage image) {
    return engine.ask(
        "find an image",
        docker -> {
          try {
            return image.id().equals(docker.inspectImageCmd(image.name()).exec().getId());
          } catch (NotFoundException e) {
            return false;
          }
        });
  }

  /** Removes the images of all networks but these. */
  void keep(List<Integer> kept) {
    for (int each : revisions()) {
      if (!kept.contains(each)) {
        engine.remove(name(each), docker -> docker.removeImageCmd(name(each)).exec());
      }
    }
  }

  /** Removes the load balancer's image where no service uses it. */
  void removeBalancer() {
    engine.remove(BALANCER, docker -> docker.removeImageCmd(BALANCER).exec());
  }

  private Set<Integer> revisions() {
    List<Image> images =
        engine.ask(
            "list images", docker -> docker.listImagesCmd().withReferenceFilter(repository).exec());
    List<Integer> numbers = new ArrayList<>();
    for (Image each : images) {
      for (String tag : each.getRepoTags() == null ? new String[0] : each.getRepoTags()) {
        String number = tag.substring(tag.lastIndexOf(':') + 1);
        if (tag.startsWith(repository + ":") && number.matches("[0-9]{1,9}")) {
          numbers.add(Integer.parseInt(number));
        }
      }
    }
    return Set.copyOf(numbers);
  }
}
