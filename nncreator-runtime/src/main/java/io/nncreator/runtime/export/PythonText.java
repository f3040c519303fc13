// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import java.util.Set;

/** Texts and names as they may stand in Python code. */
final class PythonText {
  /** Keywords, and names that a module or the exported file uses itself. */
  private static final Set<String> RESERVED =
      Set.of(
          // Keywords and built-in names.
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "match",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield",
          "self",
          "super",
          "print",
          // Attributes of torch.nn.Module.
          "add_module",
          "apply",
          "bfloat16",
          "buffers",
          "call_super_init",
          "children",
          "compile",
          "cpu",
          "cuda",
          "double",
          "dump_patches",
          "eval",
          "extra_repr",
          "float",
          "forward",
          "get_buffer",
          "get_extra_state",
          "get_parameter",
          "get_submodule",
          "half",
          "ipu",
          "load_state_dict",
          "modules",
          "mtia",
          "named_buffers",
          "named_children",
          "named_modules",
          "named_parameters",
          "parameters",
          "register_backward_hook",
          "register_buffer",
          "register_forward_hook",
          "register_forward_pre_hook",
          "register_full_backward_hook",
          "register_full_backward_pre_hook",
          "register_load_state_dict_post_hook",
          "register_load_state_dict_pre_hook",
          "register_module",
          "register_parameter",
          "register_state_dict_post_hook",
          "register_state_dict_pre_hook",
          "requires_grad_",
          "set_extra_state",
          "set_submodule",
          "share_memory",
          "state_dict",
          "to",
          "to_empty",
          "train",
          "training",
          "type",
          "xpu",
          "zero_grad",
          // Names of the exported file.
          "code",
          "column_cells",
          "date",
          "datetime",
          "features",
          "indicators",
          "join",
          "json",
          "levels",
          "load",
          "load_file",
          "math",
          "members",
          "model",
          "nn",
          "numbers",
          "re",
          "read_category",
          "read_number",
          "read_time",
          "read_truth",
          "timezone",
          "torch",
          "waves");

  private PythonText() {}

  /** Returns a text as a literal of printable ASCII. */
  static String literal(String text) {
    StringBuilder code = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
      code.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return code.append('"').toString();
  }

  /** Returns a layer's id as a name for an attribute and a variable. */
  static String name(String id) {
    return RESERVED.contains(id) ? id + "_" : id;
  }

  /** Returns a number as a literal. */
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "float(" + literal(Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf") + ")";
    }
    return Double.toString(value);
  }
}
