// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.deploy.internal.image.ServingImage;

/**
 * The configuration of the load balancer, the same for all services; the addresses of their
 * networks come as environment variables.
 *
 * <p>Every slot is a server with a fixed address, checked by HAProxy itself: after a crash of any
 * part, requests flow again with nobody's help. A request that failed is sent again, which is safe
 * since answering a row changes nothing; therefore it is read whole before it is passed on. A check
 * has time for its answer, or else a busy machine would lose all its replicas at once; a replica
 * that has ended refuses connections and is known by that.
 */
final class HaproxyConfig {
  /** Slots: one more than replicas, since a roll-out has one too many for a while. */
  static final int SLOTS = DeploymentRequest.MOST_REPLICAS + 1;

  /** Port in the container for commands. */
  static final int ADMIN_PORT = 9999;

  static final String BACKEND = "replicas";
  static final String FRONT_VARIABLE = "NNC_FRONT";
  static final String BACK_VARIABLE = "NNC_BACK";

  private HaproxyConfig() {}

  /** Returns the name of a slot's server. */
  static String server(int slot) {
    return "s" + slot;
  }

  static String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        global
          log stdout format raw local0 notice
          maxconn 2000
          hard-stop-after 30s
          tune.bufsize 32768
          stats socket "ipv4@${%s}:%d" level admin
          stats timeout 30s

        defaults
          mode http
          log global
          timeout connect 1s
          timeout client 60s
          timeout http-request 10s
          timeout http-keep-alive 60s
          timeout queue 2s
          timeout server 15s
          timeout check 2s
          option http-buffer-request
          option redispatch
          retries 3
          retry-on all-retryable-errors

        frontend service
          bind :%d
          default_backend %s

        backend %s
          balance leastconn
          option httpchk
          http-check send meth GET uri /health/ready
          http-check expect status 200
          default-server check inter 300ms fall 2 rise 1 maxconn 64
        """
            .formatted(FRONT_VARIABLE, ADMIN_PORT, ServingImage.PORT, BACKEND, BACKEND));
    for (int slot = 1; slot <= SLOTS; slot++) {
      text.append(
          "  server %s \"${%s}.%d:%d\"%n"
              .formatted(server(slot), BACK_VARIABLE, Subnet.FIRST_SLOT + slot, ServingImage.PORT));
    }
    return text.toString();
  }
}
