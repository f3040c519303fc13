// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.serving;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.Predictions;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.serving.ServingServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process that answers by DJL's own Predictor on the TorchScript of a network, behind the same
 * HTTP server: {@code BUNDLE TORCHSCRIPT URL_FILE}. Every column must be a number.
 */
public final class PeerServer {
  private final Predictor<double[], float[]> predictor;
  private final List<String> columns;
  private final List<String> classes;

  private PeerServer(ZooModel<double[], float[]> model, NeuralNetwork network) {
    this.predictor = model.newPredictor();
    this.columns = network.info().columns().stream().map(ColumnSchema::name).toList();
    this.classes = network.info().classes();
  }

  /** Serves until it is killed. */
  public static void main(String[] args) throws Exception {
    Criteria<double[], float[]> criteria =
        Criteria.builder()
            .setTypes(double[].class, float[].class)
            .optEngine("PyTorch")
            .optModelPath(Path.of(args[1]))
            .optTranslator(new RawNumbers())
            .build();
    try (NeuralNetwork network = NeuralNetwork.load(Path.of(args[0]));
        ZooModel<double[], float[]> model = criteria.loadModel();
        ServingServer server =
            ServingServer.builder()
                .network(new PeerServer(model, network).instead(network))
                .port(0)
                .start()) {
      Files.writeString(Path.of(args[2]), server.url() + "\n");
      server.awaitEnd();
    }
  }

  /** Returns the network with another way to answer. */
  private NeuralNetwork instead(NeuralNetwork network) {
    return (NeuralNetwork)
        Proxy.newProxyInstance(
            PeerServer.class.getClassLoader(),
            new Class<?>[] {NeuralNetwork.class},
            (proxy, method, args) -> {
              if (method.getName().equals("predictAll")) {
                return predict((List<?>) args[0]);
              }
              try {
                return method.invoke(network, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Predictions predict(List<?> rows) throws TranslateException {
    double[] cells = new double[rows.size() * columns.size()];
    int at = 0;
    for (Object row : rows) {
      for (String column : columns) {
        Object cell = ((Map<?, ?>) row).get(column);
        cells[at++] = cell instanceof Number number ? number.doubleValue() : Double.NaN;
      }
    }
    float[] narrow = predictor.predict(cells);
    double[] wide = new double[narrow.length];
    for (int i = 0; i < narrow.length; i++) {
      wide[i] = narrow[i];
    }
    return Predictions.of(classes, wide);
  }

  /** Rows of raw numbers to probabilities; the columns' number follows from the bundle. */
  private static final class RawNumbers implements Translator<double[], float[]> {
    @Override
    public NDList processInput(TranslatorContext context, double[] cells) {
      int width = Integer.getInteger("columns");
      return new NDList(
          context
              .getNDManager()
              .create(
                  DoubleBuffer.wrap(cells),
                  new Shape(cells.length / width, width),
                  DataType.FLOAT64));
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList list) {
      NDArray answers = list.singletonOrThrow();
      return answers.toType(DataType.FLOAT32, false).toFloatArray();
    }

    @Override
    public Batchifier getBatchifier() {
      return Batchifier.fromString("none");
    }
  }
}
