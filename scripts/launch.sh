# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154
# Sourced by ./nncreator and benchmarks/run. Needs $root (the repository); sets $java.

# $JAVA_HOME's java, or the one on the path.
find_java() {
  java=java
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
  elif ! command -v java >/dev/null 2>&1; then
    echo "No java found. Install JDK 17 or later, or set JAVA_HOME." >&2
    exit 127
  fi
}

# build_when_stale MODULE: packages the module when a source is newer than the last build.
# Standard output stays clean.
build_when_stale() {
  stamp=$root/$1/target/.launcher-built
  if [ -f "$stamp" ] && [ -z "$(newer_source "$stamp")" ]; then
    return
  fi
  if ! command -v mvn >/dev/null 2>&1; then
    echo "No mvn found. Install Maven 3.8.6 or later to build NNCreator." >&2
    exit 127
  fi
  mkdir -p "$root/$1/target"
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$root/$1/target/.launcher-lock"
    flock 9
    if [ -f "$stamp" ] && [ -z "$(newer_source "$stamp")" ]; then
      exec 9>&-
      return
    fi
  fi
  if [ -f "$stamp" ]; then
    echo "Building NNCreator ($1): sources have changed ..." >&2
  else
    echo "Building NNCreator ($1): the first time takes minutes where Maven must download libraries ..." >&2
  fi
  touch "$stamp.new"
  # Even a quiet and colourless Maven prints escape sequences, so its words are shown when it fails.
  said=$root/$1/target/.launcher-log
  (cd "$root" && mvn -q -B -ntp -Dstyle.color=never -pl "$1" -am -Dmaven.test.skip=true package) \
    >"$said" 2>&1 9>&- || {
    cat "$said" >&2
    echo "The build failed; nothing was run." >&2
    exit 1
  }
  mv "$stamp.new" "$stamp"
  if command -v flock >/dev/null 2>&1; then exec 9>&-; fi
}

# Prints one path that changed after the file $1 did; folders count, so a deleted source is seen too.
newer_source() {
  (cd "$root" && find pom.xml .mvn ./*/pom.xml ./*/src/main -newer "$1" -print 2>/dev/null | head -n 1)
}
