// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.image;

import java.nio.file.Path;

/**
 * An image in a file.
 *
 * @param name under which an engine knows it
 * @param id {@code sha256:} and the hash of its configuration, by which engines tell images apart
 * @param tar the file, which {@code docker load} reads
 */
public record BuiltImage(String name, String id, Path tar) {}
