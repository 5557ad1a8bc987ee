{{/*
A Deployment and what belongs to it, of
root; component: the part of the name; image; port: of HTTP; service: its values; env;
replicas: none when something else sets them; exposed: whether others call it; volumes, mounts: further ones;
recreate: whether the old pod has to end before the new one starts.
*/}}
{{- define "kong-guard.service" -}}
apiVersion: apps/v1
kind: Deployment
metadata: {{- include "kong-guard.metadata" . | nindent 2 }}
spec:
  {{- with .replicas }}
  replicas: {{ . }}
  {{- end }}
  selector:
    matchLabels: {{- include "kong-guard.selector" . | nindent 6 }}
  strategy:
    {{- if .recreate }}
    type: Recreate
    {{- else }}
    type: RollingUpdate
    rollingUpdate: {maxUnavailable: 0, maxSurge: 1}
    {{- end }}
  template:
    metadata:
      labels: {{- include "kong-guard.labels" . | nindent 8 }}
    spec: {{- include "kong-guard.pod" . | nindent 6 }}
---
# One at a time may be taken away by whoever empties a node.
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {{- include "kong-guard.metadata" . | nindent 2 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels: {{- include "kong-guard.selector" . | nindent 6 }}
{{- if .exposed }}
---
apiVersion: v1
kind: Service
metadata: {{- include "kong-guard.metadata" . | nindent 2 }}
spec:
  selector: {{- include "kong-guard.selector" . | nindent 4 }}
  ports:
    - {name: http, port: {{ .port }}, targetPort: http}
{{- end }}
{{- end -}}

{{- define "kong-guard.pod" -}}
serviceAccountName: {{ include "kong-guard.fullname" .root }}
automountServiceAccountToken: false
# Else a Service of this name would set KONGGUARD_..._PORT to an address, which no service can read as its port.
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets: {{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
# The sleep below, then up to 10 s each for open requests and for what is read from Kafka.
terminationGracePeriodSeconds: 40
topologySpreadConstraints:
  {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "kong-guard.selector" $ | nindent 8 }}
  {{- end }}
containers:
  - name: {{ .image }}
    image: {{ printf "%s/%s:%s" .root.Values.image.registry .image (.root.Values.image.tag | default .root.Chart.AppVersion) | quote }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    ports:
      - {name: http, containerPort: {{ .port }}}
      - {name: management, containerPort: 8081}
    env: {{- include "kong-guard.env" . | nindent 6 }}
    # Ports open when the topics are there; after a minute without Kafka the service says so and ends by itself.
    startupProbe:
      httpGet: {path: /actuator/health/readiness, port: management}
      periodSeconds: 2
      failureThreshold: 90
    readinessProbe:
      httpGet: {path: /actuator/health/readiness, port: management}
      periodSeconds: 5
      timeoutSeconds: 3
    livenessProbe:
      httpGet: {path: /actuator/health/liveness, port: management}
      periodSeconds: 10
      timeoutSeconds: 5
      failureThreshold: 6
    {{- if .exposed }}
    # Callers hear of the end later than the pod does.
    lifecycle: {preStop: {sleep: {seconds: 5}}}
    {{- end }}
    resources: {{- toYaml .resources | nindent 6 }}
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities: {drop: [ALL]}
    volumeMounts:
      # Kafka's codecs unpack their native code here.
      - {name: tmp, mountPath: /tmp}
      {{- with .mounts }}{{ toYaml . | nindent 6 }}{{ end }}
volumes:
  - {name: tmp, emptyDir: {sizeLimit: 256Mi}}
  {{- with .volumes }}{{ toYaml . | nindent 2 }}{{ end }}
{{- end -}}
