// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.djl.internal.torchscript.Attribute;
import io.nncreator.djl.internal.torchscript.ConstantPool;
import io.nncreator.djl.internal.torchscript.GraphScript;
import io.nncreator.djl.internal.torchscript.ScriptArchive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes the program that trains one request. The module holds rows, weights and all state; a call
 * of {@code run} does any number of steps. {@link TrainingProgram} is the Java side of it.
 */
final class TrainingScript {
  private static final String SELF = "self: " + ScriptArchive.TYPE;

  private final TrainingPlan plan;
  private final TrainingRecipe recipe;
  private final Graph graph;
  private final Parameters parameters;
  private final DropoutScript dropout;
  private final UpdateScript updates;
  private final ConstantPool constants = new ConstantPool();
  private final Map<String, RowInput> rows = new LinkedHashMap<>();
  private final Text text = new Text();
  private final int classes;

  /** A tensor of rows in the module, and how wide it is. */
  private record RowInput(String attribute, String local, int width) {}

  private TrainingScript(TrainingRequest request, TrainingPlan plan, Graph graph) {
    this.plan = plan;
    this.recipe = request.recipe();
    this.graph = graph;
    this.parameters = Parameters.of(graph);
    this.dropout = new DropoutScript(graph, LossGraph.LOSS, plan);
    this.updates =
        recipe.optimizer() instanceof AdamW adam
            ? new FusedAdamScript(adam, parameters)
            : new OptimizerScript(recipe.optimizer(), parameters, plan.members());
    this.classes = request.network().outputs();
    FeatureLayout layout = request.rows().layout();
    if (layout.numeric() > 0) {
      rows.put(NetworkAssembly.NUMERIC, new RowInput("self.x0", "x0", layout.numeric()));
    }
    if (!layout.cardinalities().isEmpty()) {
      rows.put(NetworkAssembly.CODES, new RowInput("self.x1", "x1", layout.cardinalities().size()));
    }
    rows.put(LossGraph.TARGET, new RowInput("self.y", "y", 1));
  }

  /**
   * Returns the program.
   *
   * @param writesGradients whether derivatives are written where they can be, instead of left to
   *     PyTorch's tape
   */
  static ScriptArchive of(
      TrainingRequest request, TrainingPlan plan, Graph graph, boolean writesGradients) {
    return new TrainingScript(request, plan, graph).write(writesGradients);
  }

  private ScriptArchive write(boolean writesGradients) {
    boolean written = writesGradients && gradients();
    if (!written) {
      loss("loss", true);
    }
    loss("row_losses", false);
    outputs();
    updates.declare(text, constants);
    start();
    state();
    run(written);
    validate();
    finish();
    adopt();
    answer();
    List<Attribute> attributes = new ArrayList<>(constants.attributes());
    for (String list : List.of("p", "b")) {
      attributes.add(Attribute.list(list));
    }
    for (int j = 0; j < recipe.optimizer().stateSize(); j++) {
      attributes.add(Attribute.list("s" + j));
    }
    updates.lists().forEach(list -> attributes.add(Attribute.list(list)));
    for (String tensor :
        List.of("x0", "x1", "y", "vi", "vw", "vs", "has", "tot", "bl", "be", "st", "t")) {
      attributes.add(Attribute.buffer(tensor, io.nncreator.api.graph.Tensor.of(new float[1], 1)));
    }
    return new ScriptArchive(text.toString(), attributes);
  }

  private String arguments() {
    StringBuilder list = new StringBuilder(SELF + ", p: List[Tensor]");
    rows.values().forEach(row -> list.append(", ").append(row.local()).append(": Tensor"));
    return list.toString();
  }

  private String passed() {
    StringBuilder list = new StringBuilder();
    rows.values().forEach(row -> list.append(", ").append(row.local()));
    return list.toString();
  }

  private GraphScript script(boolean training) {
    Map<String, String> inputs = new LinkedHashMap<>();
    rows.forEach((name, row) -> inputs.put(name, row.local()));
    return new GraphScript(graph, plan.members(), training, constants)
        .inputs(inputs)
        .parameters(parameters.in("p"))
        .masks(dropout.masks());
  }

  /** The loss of each row. */
  private void loss(String name, boolean training) {
    GraphScript script = script(training);
    text.begin("def " + name + "(" + arguments() + ", masks: List[Tensor]) -> Tensor:");
    text.lines(script.lines(LossGraph.LOSS));
    text.line("return " + script.read(LossGraph.LOSS)).end();
  }

  /** The loss of each row and the gradients, by written derivatives; false if there are none. */
  private boolean gradients() {
    GraphScript script = script(true);
    List<String> names =
        parameters.trained().stream().map(i -> parameters.all().get(i).name()).toList();
    List<String> lines = script.gradientLines(LossGraph.LOSS, plan.batch(), names);
    if (lines == null) {
      return false;
    }
    text.begin("def gradients(" + arguments() + ", masks: List[Tensor]) -> List[Tensor]:");
    text.lines(lines);
    List<String> results = new ArrayList<>(List.of(script.read(LossGraph.LOSS)));
    IntStream.range(0, names.size()).forEach(i -> results.add("g" + i));
    text.line("return [" + String.join(", ", results) + "]").end();
    return true;
  }

  private void outputs() {
    GraphScript script = script(false);
    text.begin("def outputs(" + arguments() + ") -> Tensor:");
    text.lines(script.lines(LossGraph.OUTPUTS));
    text.line("return " + script.read(LossGraph.OUTPUTS)).end();
  }

  /** Takes rows and state over; copies what it will change. */
  private void start() {
    int count = parameters.all().size();
    int trained = parameters.trained().size();
    text.begin("def start(" + SELF + ", data: List[Tensor], state: List[Tensor]) -> Tensor:");
    int next = 0;
    for (RowInput row : rows.values()) {
      text.line(row.attribute() + " = data[" + next++ + "]");
    }
    text.line("self.vi = torch.clone(data[" + next++ + "])");
    text.line("self.vw = torch.clone(data[" + next++ + "])");
    text.line("self.has = torch.gt(data[" + next + "], 0)");
    text.line("torch.set_grad_enabled(False)");
    next = copy("p", 0, count);
    next = copy("b", next, count);
    for (int j = 0; j < recipe.optimizer().stateSize(); j++) {
      next = copy("s" + j, next, trained);
    }
    for (String vector : List.of("tot", "bl", "be", "st", "t")) {
      text.line("self." + vector + " = torch.clone(state[" + next++ + "])");
    }
    text.line("self.vs = torch.zeros_like(self.tot)");
    for (int position : parameters.trained()) {
      text.line("torch.requires_grad_(self.p[" + position + "], True)");
    }
    text.line("w = " + Text.elements("self.p", parameters.trained()));
    updates.start(text);
    text.line("return self.t").end();
  }

  private int copy(String list, int from, int count) {
    text.begin("for i in range(" + count + "):");
    text.line("torch.append(self." + list + ", torch.clone(state[torch.add(i, " + from + ")]))");
    text.end();
    return from + count;
  }

  private void state() {
    text.begin("def state(" + SELF + ") -> List[Tensor]:");
    text.line("r = annotate(List[Tensor], [])");
    List<String> lists = new ArrayList<>(List.of("p", "b"));
    for (int j = 0; j < recipe.optimizer().stateSize(); j++) {
      lists.add("s" + j);
    }
    for (String list : lists) {
      text.begin("for i in range(torch.len(self." + list + ")):");
      text.line("torch.append(r, torch.clone(torch.detach(self." + list + "[i])))").end();
    }
    for (String vector : List.of("tot", "bl", "be", "st", "t")) {
      text.line("torch.append(r, torch.clone(self." + vector + "))");
    }
    text.line("return r").end();
  }

  /** Does the steps whose row indices are given, then closes the epoch unless its number is 0. */
  private void run(boolean written) {
    text.begin(
        "def run("
            + SELF
            + ", at: Tensor, rates: Tensor, seeds: Tensor, epoch: Tensor) -> Tensor:");
    text.line("torch.set_grad_enabled(False)");
    text.line("n = torch.size(at, 0)");
    text.line("flat = torch.reshape(at, [-1])");
    for (RowInput row : rows.values()) {
      String gathered = "torch.index_select(" + row.attribute() + ", 0, flat)";
      String dims = "[n, " + plan.stride() + ", " + row.width() + "]";
      text.line(row.local() + "s = torch.reshape(" + gathered + ", " + dims + ")");
    }
    text.line("p = self.p");
    text.line("w = " + Text.elements("p", parameters.trained()));
    dropout.prepare(text);
    text.begin("for i in range(n):");
    step(written);
    text.end();
    text.line("closed = int(epoch)");
    text.begin("if torch.gt(closed, 0):");
    text.line("(self).validate(0, " + plan.validationBatches() + ")");
    text.line("report = (self).finish(closed)").end();
    text.begin("else:").line("report = torch.zeros([0], dtype=7)").end();
    text.line("return report").end();
  }

  private void step(boolean written) {
    boolean padded = plan.stride() != plan.members() * plan.batch();
    for (RowInput row : rows.values()) {
      String slab = "torch.select(" + row.local() + "s, 0, i)";
      if (padded) {
        slab = "torch.narrow(" + slab + ", 0, 0, " + plan.members() * plan.batch() + ")";
      }
      text.line(row.local() + " = " + byMember(slab, plan.batch(), row.width()));
    }
    dropout.draw(text);
    text.line("rate = torch.select(rates, 0, i)");
    if (written) {
      text.line("all = (self).gradients(p" + passed() + ", masks)");
      text.line("l = all[0]");
      text.line("gs = torch.slice(all, 1, " + (parameters.trained().size() + 1) + ", 1)");
    } else {
      taped();
    }
    text.line("l = " + (plan.members() == 1 ? "torch.mean(l)" : "torch.mean(l, [1, 2])"));
    if (recipe.clipNorm() > 0) {
      clip();
    }
    text.line("torch.add_(self.t, 1)");
    updates.update(text);
    text.line("torch.add_(self.tot, l)");
  }

  /** The loss of each row and the gradients by PyTorch's automatic differentiation. */
  private void taped() {
    text.line("torch.set_grad_enabled(True)");
    text.line("l = (self).loss(p" + passed() + ", masks)");
    String total = "torch.div(torch.sum(l), " + plan.batch() + ")";
    text.line("g = torch.grad([" + total + "], w)");
    text.line("torch.set_grad_enabled(False)");
    text.line("l = torch.detach(l)");
    List<String> gradients =
        IntStream.range(0, parameters.trained().size())
            .mapToObj(i -> "torch.contiguous(unchecked_cast(Tensor, g[" + i + "]))")
            .toList();
    text.line("gs = [" + String.join(", ", gradients) + "]");
  }

  private String byMember(String rows, int batch, int width) {
    return plan.members() == 1
        ? rows
        : "torch.reshape(" + rows + ", [" + plan.members() + ", " + batch + ", " + width + "])";
  }

  /** Shrinks each member's gradient to the largest norm; Pascanu et al., arXiv 1211.5063. */
  private void clip() {
    String limit = String.valueOf(recipe.clipNorm());
    if (plan.members() == 1) {
      text.line("norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gs)))");
      text.line(
          "gs = torch._foreach_mul(gs, torch.div("
              + "torch.full([], "
              + limit
              + "), torch.clamp_min(norm, "
              + limit
              + ")))");
      return;
    }
    List<String> norms = new ArrayList<>();
    for (int i = 0; i < parameters.trained().size(); i++) {
      String axes = Text.axes(parameters.trainedAt(i).shape().rank());
      norms.add("torch.linalg_vector_norm(gs[" + i + "], 2, " + axes + ")");
    }
    text.line(
        "norm = torch.linalg_vector_norm(torch.stack([" + String.join(", ", norms) + "]), 2, [0])");
    text.line(
        "scale = torch.div(torch.full([], " + limit + "), torch.clamp_min(norm, " + limit + "))");
    List<String> scaled = new ArrayList<>();
    for (int i = 0; i < parameters.trained().size(); i++) {
      scaled.add("torch.mul(gs[" + i + "], " + spread("scale", parameters.trainedAt(i)) + ")");
    }
    text.line("gs = [" + String.join(", ", scaled) + "]");
  }

  /** A value per member with the axes of a parameter. */
  private String spread(String vector, ParameterSpec parameter) {
    List<Long> dims = new ArrayList<>();
    if (plan.members() > 1) {
      dims.add((long) plan.members());
      dims.addAll(Collections.nCopies(parameter.shape().rank(), 1L));
    }
    return "torch.reshape(" + vector + ", " + dims + ")";
  }

  /** Adds up the validation loss over some batches. */
  private void validate() {
    text.begin("def validate(" + SELF + ", begin: int, end: int) -> Tensor:");
    text.line("torch.set_grad_enabled(False)");
    text.line("p = self.p");
    text.line("none = annotate(List[Tensor], [])");
    text.begin("for i in range(torch.sub(end, begin)):");
    text.line("j = torch.add(i, begin)");
    gatherValidation();
    text.line(
        "l = torch.reshape((self).row_losses(p"
            + passed()
            + ", none), ["
            + plan.members()
            + ", -1])");
    text.line("torch.add_(self.vs, torch.sum(torch.mul(l, torch.select(self.vw, 0, j)), [1]))");
    text.end().line("return self.vs").end();
    text.begin("def validate_batches(" + SELF + ", begin: Tensor, end: Tensor) -> Tensor:");
    text.line("return (self).validate(int(begin), int(end))").end();
  }

  private void gatherValidation() {
    text.line("at = torch.select(self.vi, 0, j)");
    for (RowInput row : rows.values()) {
      String gathered = "torch.index_select(" + row.attribute() + ", 0, at)";
      text.line(row.local() + " = " + byMember(gathered, plan.validationBatch(), row.width()));
    }
  }

  /**
   * Closes an epoch: finds members that diverged, improved or stopped, and keeps the weights of
   * those that improved. Returns for each member training loss, validation loss, best loss, best
   * epoch and status.
   */
  private void finish() {
    text.begin("def finish(" + SELF + ", epoch: int) -> Tensor:");
    text.line("torch.set_grad_enabled(False)");
    text.line("sound = torch.logical_and(torch.isfinite(self.tot), " + "(self).sound())");
    text.line(
        "sound = torch.logical_and(sound, torch.logical_or(torch.isfinite(self.vs), torch.logical_not(self.has)))");
    text.line("active = torch.eq(self.st, 0)");
    text.line("good = torch.logical_and(active, sound)");
    text.line(
        "better = torch.logical_and(good, torch.logical_or(torch.lt(self.vs, self.bl), torch.logical_not(self.has)))");
    text.line(
        "self.st = torch.where(torch.logical_and(active, torch.logical_not(sound)), "
            + MemberStatus.DIVERGED
            + ", self.st)");
    text.line("self.bl = torch.where(better, self.vs, self.bl)");
    text.line("self.be = torch.where(better, epoch, self.be)");
    if (recipe.patience() > 0) {
      text.line("tired = torch.ge(torch.rsub(self.be, epoch), " + recipe.patience() + ")");
      text.line("tired = torch.logical_and(torch.logical_and(good, self.has), tired)");
      text.line("self.st = torch.where(tired, " + MemberStatus.STOPPED + ", self.st)");
    }
    text.begin("if bool(torch.all(better)):").line("torch._foreach_copy_(self.b, self.p)").end();
    text.begin("else:").begin("if bool(torch.any(better)):").line("(self).keep(better)").endIf();
    text.end();
    text.line(
        "report = torch.stack([torch.to(torch.div(self.tot, "
            + plan.stepsPerEpoch()
            + "), 7), torch.to(self.vs, 7), torch.to(self.bl, 7), torch.to(self.be, 7), torch.to(self.st, 7)])");
    text.line("self.tot = torch.zeros_like(self.tot)");
    text.line("self.vs = torch.zeros_like(self.vs)");
    text.line("return report").end();
    text.begin("def finish_epoch(" + SELF + ", epoch: Tensor) -> Tensor:");
    text.line("return (self).finish(int(epoch))").end();
    keep();
  }

  private void keep() {
    text.begin("def sound(" + SELF + ") -> Tensor:");
    List<String> sums = new ArrayList<>();
    for (int i = 0; i < parameters.trained().size(); i++) {
      String tensor = "self.p[" + parameters.trained().get(i) + "]";
      String axes = Text.axes(parameters.trainedAt(i).shape().rank());
      sums.add(
          plan.members() == 1
              ? "torch.sum(" + tensor + ")"
              : "torch.sum(" + tensor + ", " + axes + ")");
    }
    text.line("total = torch.sum(torch.stack([" + String.join(", ", sums) + "]), [0])");
    text.line("return torch.isfinite(torch.reshape(total, [" + plan.members() + "]))").end();
    text.begin("def keep(" + SELF + ", chosen: Tensor) -> Tensor:");
    for (int i = 0; i < parameters.all().size(); i++) {
      String mask = spread("chosen", parameters.all().get(i));
      String item = "self.b[" + i + "]";
      text.line(
          "torch.copy_(" + item + ", torch.where(" + mask + ", self.p[" + i + "], " + item + "))");
    }
    text.line("return chosen").end();
  }

  /**
   * Keeps the present weights of members that never finished an epoch, as far as they are sound.
   */
  private void adopt() {
    text.begin("def adopt(" + SELF + ") -> Tensor:");
    text.line("torch.set_grad_enabled(False)");
    text.line("fresh = torch.logical_and(torch.eq(self.st, 0), torch.eq(self.be, 0))");
    text.line("return torch.to((self).keep(torch.logical_and(fresh, (self).sound())), 4)").end();
  }

  /** Returns outputs and losses of the kept weights for a validation batch. */
  private void answer() {
    text.begin("def answer(" + SELF + ", batch: Tensor) -> List[Tensor]:");
    text.line("torch.set_grad_enabled(False)");
    text.line("j = int(batch)");
    text.line("p = self.b");
    text.line("none = annotate(List[Tensor], [])");
    gatherValidation();
    text.line(
        "o = torch.reshape((self).outputs(p"
            + passed()
            + "), ["
            + plan.members()
            + ", -1, "
            + classes
            + "])");
    text.line(
        "l = torch.reshape((self).row_losses(p"
            + passed()
            + ", none), ["
            + plan.members()
            + ", -1])");
    text.line("return [torch.clone(o), torch.clone(l)]").end();
  }
}
