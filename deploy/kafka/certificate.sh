#!/usr/bin/env bash
# A key for the broker in /key, and in /trust the certificate, signed by itself, that clients trust; once.
# Renewed by removing both. KEY_PASSWORD protects the key.
set -euo pipefail
if [[ ! -e /trust/kafka.pem ]]; then
  rm -f /key/kafka.p12
  keytool -genkeypair -alias kafka -dname CN=kafka -ext san=dns:kafka -keyalg EC -validity 825 \
    -storetype PKCS12 -keystore /key/kafka.p12 -storepass:env KEY_PASSWORD
  keytool -exportcert -rfc -alias kafka -keystore /key/kafka.p12 -storepass:env KEY_PASSWORD -file /trust/kafka.pem
  # Made by root; read by the broker's user and, the second, by the services'.
  chmod 644 /key/kafka.p12 /trust/kafka.pem
fi
