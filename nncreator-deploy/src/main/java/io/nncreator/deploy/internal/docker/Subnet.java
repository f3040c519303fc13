// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

/**
 * The addresses of one of the networks of a service. They are fixed, so that the load balancer
 * finds the replicas whatever was started again, with nobody to tell it.
 *
 * @param prefix the first three numbers, such as {@code 172.20.0}
 */
record Subnet(String prefix) {
  private static final int BALANCER = 2;
  static final int FIRST_SLOT = 10;

  /** Returns the subnet of a network such as {@code 172.20.0.0/16}. */
  static Subnet of(String range) {
    return new Subnet(range.substring(0, range.lastIndexOf('.')));
  }

  String range() {
    return prefix + ".0/24";
  }

  String gateway() {
    return prefix + ".1";
  }

  String balancer() {
    return prefix + "." + BALANCER;
  }

  /** Returns the address of a replica's slot, counted from 1. */
  String slot(int number) {
    return prefix + "." + (FIRST_SLOT + number);
  }
}
