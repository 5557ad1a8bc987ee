#!/usr/bin/env bash
# Gives each user the rights of acls.csv: acls.sh HOST:PORT CLIENT.properties [--remove]
#   TOPIC_PREFIX  as kongguard.kafka.topic-prefix       (nothing)
#   TIERS         of the analyzers, a space between     (local cloud)
#   PRINCIPAL     one user who gets all of them         (those of acls.csv)
#   KAFKA_BIN     where kafka-acls.sh is                (/opt/kafka/bin)
set -euo pipefail
server=${1:?HOST:PORT} config=${2:?CLIENT.properties}
action=(--add)
[[ ${3:-} == --remove ]] && action=(--remove --force)

while IFS=, read -r principal operations resource pattern names _; do
  [[ $principal == *TIER* ]] && tiers=${TIERS:-local cloud} || tiers=none
  for tier in $tiers; do
    user=${PRINCIPAL:-${principal/TIER/$tier}}
    arguments=(--resource-pattern-type "$pattern" --allow-principal "User:$user")
    for operation in $operations; do arguments+=(--operation "$operation"); done
    for name in $names; do arguments+=("--$resource" "${TOPIC_PREFIX:-}${name//TIER/$tier}"); done
    "${KAFKA_BIN:-/opt/kafka/bin}/kafka-acls.sh" --bootstrap-server "$server" --command-config "$config" \
      "${action[@]}" "${arguments[@]}" >/dev/null
    echo "${action[0]#--} $user: $operations $resource $pattern ${names//TIER/$tier}"
  done
done < <(tail -n +2 "$(dirname "$0")/acls.csv")
