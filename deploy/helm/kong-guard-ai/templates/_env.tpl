{{/* The environment of a container, of (root, service, env): what the chart sets, overridden by the service's settings. */}}
{{- define "kong-guard.env" -}}
{{- $kafka := .root.Values.kafka -}}
{{- $secret := dict -}}
{{- if and $kafka.secretKeys (not $kafka.existingSecret) }}{{ fail "kafka.secretKeys are keys of a Secret that kafka.existingSecret has to name" }}{{ end }}
{{- range $property, $key := $kafka.secretKeys }}
{{- $secret = set $secret (include "kong-guard.kafka-env-name" $property) (dict "name" $kafka.existingSecret "key" $key) -}}
{{- end }}
{{- if .service.existingSecret }}
{{- range $property, $key := .service.secretKeys }}
{{- $secret = set $secret (include "kong-guard.env-name" $property) (dict "name" $.service.existingSecret "key" $key) -}}
{{- end }}
{{- end }}
{{- $env := dict
    "MANAGEMENT_SERVER_PORT" "8081"
    "KONGGUARD_KAFKA_BOOTSTRAPSERVERS" (include "kong-guard.bootstrap" .root)
    "KONGGUARD_KAFKA_PARTITIONS" $kafka.partitions
    "KONGGUARD_KAFKA_REPLICATIONFACTOR" (ternary 1 $kafka.replicationFactor .root.Values.dev) -}}
{{- with $kafka.topicPrefix }}{{ $env = set $env "KONGGUARD_KAFKA_TOPICPREFIX" . }}{{ end -}}
{{- range $property, $value := $kafka.properties }}
{{- $env = set $env (include "kong-guard.kafka-env-name" $property) $value -}}
{{- end }}
{{- $env = mergeOverwrite $env .env -}}
{{- range $property, $value := .service.settings }}
{{- $env = set $env (include "kong-guard.env-name" $property) $value -}}
{{- end }}
{{- range $name, $value := $env }}
{{- if hasKey $secret $name }}{{ continue }}{{ end }}
{{- /* As JSON, a million is 1000000 and not 1e+06. */}}
- name: {{ $name }}
  value: {{ ternary $value (toJson $value) (kindIs "string" $value) | quote }}
{{- end }}
{{- range $name, $from := $secret }}
- name: {{ $name }}
  valueFrom: {secretKeyRef: {name: {{ $from.name }}, key: {{ $from.key }}}}
{{- end }}
{{- end -}}

{{- define "kong-guard.kafka-env-name" -}}
KONGGUARD_KAFKA_PROPERTIES_{{ include "kong-guard.env-name" . }}
{{- end -}}
