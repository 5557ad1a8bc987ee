#!/usr/bin/env bash
# Creates or changes the users whose passwords the environment holds: users.sh HOST:PORT CLIENT.properties
# KAFKA_PASSWORD_ANALYZER_LOCAL is that of analyzer-local. KAFKA_BIN is where kafka-configs.sh is (/opt/kafka/bin).
set -euo pipefail
server=${1:?HOST:PORT} config=${2:?CLIENT.properties}

for variable in "${!KAFKA_PASSWORD_@}"; do
  user=${variable#KAFKA_PASSWORD_}
  user=${user,,}
  # Not as an argument, which others see.
  "${KAFKA_BIN:-/opt/kafka/bin}/kafka-configs.sh" --bootstrap-server "$server" --command-config "$config" \
    --alter --entity-type users --entity-name "${user//_/-}" \
    --add-config-file <(printf 'SCRAM-SHA-512=password=%s\n' "${!variable:?}") >/dev/null
  echo "user ${user//_/-}"
done
