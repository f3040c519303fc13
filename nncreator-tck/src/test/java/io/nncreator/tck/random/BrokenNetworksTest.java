// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.nncreator.api.error.SpecException;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Layers;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkCost;
import io.nncreator.api.network.NetworkSpec;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Networks broken at random are refused with a stated rule or are sound after all. */
class BrokenNetworksTest {
  private static final int NETWORKS = 600;
  private static final Object[] NUMBERS = {
    0,
    -1,
    1,
    7,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0.0,
    -1.0,
    0.5,
    1.0,
    1e300,
    Double.NaN,
    Double.POSITIVE_INFINITY
  };

  @Test
  void areRefusedWithARuleOrRun() {
    RandomNetworks networks = new RandomNetworks(41);
    SplittableRandom random = new SplittableRandom(41);
    int refused = 0;
    for (int i = 0; i < NETWORKS; i++) {
      NetworkAssembly network = networks.network();
      List<LayerNode> nodes = new ArrayList<>(network.body().nodes());
      if (nodes.isEmpty()) {
        continue;
      }
      try {
        mutate(nodes, random);
        NetworkSpec body = new NetworkSpec("broken", network.body().embeddingWidth(), nodes);
        NetworkCost cost =
            NetworkCost.of(new NetworkAssembly(network.layout(), body, network.outputs()));
        assertThat(cost.parameters()).isBetween(1L, NetworkCost.MAX_PARAMETERS);
      } catch (SpecException e) {
        refused++;
        assertThat(e.path()).matches("nodes.*");
        assertThat(e.getMessage()).startsWith("At " + e.path() + ": got (").endsWith(".");
      } catch (IllegalArgumentException e) {
        refused++;
        assertThat(e.getMessage()).isNotBlank().endsWith(".");
      }
    }
    assertThat(refused).isBetween(NETWORKS / 4, NETWORKS - 100);
  }

  private static void mutate(List<LayerNode> nodes, SplittableRandom random) {
    int at = random.nextInt(nodes.size());
    int other = random.nextInt(nodes.size());
    LayerNode node = nodes.get(at);
    List<String> inputs = new ArrayList<>(node.inputs());
    switch (random.nextInt(8)) {
      case 0 -> inputs.clear();
      case 1 -> inputs.add(nodes.get(other).id());
      case 2 -> inputs.set(0, nodes.get(other).id());
      case 3 -> inputs.set(0, "nowhere");
      case 4 -> nodes.remove(other);
      case 5 -> java.util.Collections.swap(nodes, at, other);
      case 6 -> nodes.add(new LayerNode("layer" + other, new Linear(3), List.of(node.id())));
      default -> {
        Layer changed = changed(node.layer(), random);
        nodes.set(at, new LayerNode(node.id(), changed, inputs));
        return;
      }
    }
    int now = nodes.indexOf(node);
    if (now >= 0) {
      nodes.set(now, new LayerNode(node.id(), node.layer(), inputs));
    }
  }

  /** The layer, or one of another kind, with settings that may be illegal. */
  private static Layer changed(Layer layer, SplittableRandom random) {
    List<Class<? extends Record>> kinds = new ArrayList<>(Layers.catalog().types().values());
    Class<? extends Record> kind =
        random.nextBoolean()
            ? layer.getClass().asSubclass(Record.class)
            : kinds.get(random.nextInt(kinds.size()));
    RecordComponent[] components = kind.getRecordComponents();
    Object[] settings = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      settings[i] = setting(types[i], random);
    }
    try {
      Constructor<?> constructor = kind.getDeclaredConstructor(types);
      return (Layer) constructor.newInstance(settings);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException illegal) {
        throw illegal;
      }
      return fail("%s%s threw %s", kind, Arrays.toString(settings), e.getCause());
    } catch (ReflectiveOperationException e) {
      return fail("%s%s threw %s", kind, Arrays.toString(settings), e);
    }
  }

  private static Object setting(Class<?> type, SplittableRandom random) {
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    if (type == List.class) {
      return random.ints(1 + random.nextInt(5), -1, 5).boxed().toList();
    }
    Number number = (Number) NUMBERS[random.nextInt(NUMBERS.length)];
    return type == int.class ? (Object) number.intValue() : (Object) number.doubleValue();
  }
}
