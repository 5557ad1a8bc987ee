{{/* The prefix of every name: the release's, and the chart's unless the release is called so; with -analyzer-TIER at most 63 letters. */}}
{{- define "kong-guard.fullname" -}}
{{- $name := .Release.Name -}}
{{- if not (contains .Chart.Name $name) }}{{ $name = printf "%s-%s" $name .Chart.Name }}{{ end -}}
{{- $name | trunc 36 | trimSuffix "-" -}}
{{- end -}}

{{/* What a Deployment selects its pods by; never changes. Of (root, component). */}}
{{- define "kong-guard.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .component }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- end -}}

{{- define "kong-guard.labels" -}}
{{ include "kong-guard.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "kong-guard.metadata" -}}
name: {{ include "kong-guard.fullname" .root }}{{ with .component }}-{{ . }}{{ end }}
labels: {{- include "kong-guard.labels" . | nindent 2 }}
{{- end -}}

{{- define "kong-guard.bootstrap" -}}
{{- if .Values.dev -}}
{{ include "kong-guard.fullname" . }}-kafka:9092
{{- else -}}
{{ required "kafka.bootstrapServers is needed, or dev=true for a broker to look at it" .Values.kafka.bootstrapServers }}
{{- end -}}
{{- end -}}

{{/* Spring Boot's environment name of a property. */}}
{{- define "kong-guard.env-name" -}}
{{ . | replace "-" "" | replace "." "_" | upper }}
{{- end -}}
