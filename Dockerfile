# One service: docker build --build-arg MODULE=ws-gateway -t kong-guard-ai/ws-gateway .
# The first stage is the same for all of them, so that Maven runs once for four images.

# As a digest, for builds that are to be the same tomorrow: --build-arg JRE_IMAGE=eclipse-temurin@sha256:...
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-25
ARG JRE_IMAGE=eclipse-temurin:25-jre

FROM ${MAVEN_IMAGE} AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2/repository,sharing=locked \
    mvn -B -q -ntp -pl ingest-service,analyzer-service,metrics-streams,ws-gateway -am package -DskipTests -Dcyclonedx.skip=false

FROM ${JRE_IMAGE} AS layers
ARG MODULE
COPY --from=build /src/${MODULE}/target/${MODULE}-*-exec.jar /app.jar
# Libraries change seldom, our own classes often: as layers of their own, an update moves a megabyte.
RUN java -Djarmode=tools -jar /app.jar extract --layers --destination /layers

FROM ${JRE_IMAGE}
ARG MODULE
LABEL org.opencontainers.image.title="Kong Guard AI ${MODULE}" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 kongguard && useradd --system --uid 10001 --gid kongguard --no-create-home kongguard \
    && install -d -o kongguard -g kongguard /recordings
WORKDIR /app
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
# A run up to the point where work would begin shows the JVM which classes a start needs. It reaches no broker.
RUN java -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar app.jar && test -s app.aot

USER kongguard
ENV JAVA_TOOL_OPTIONS="-XX:AOTCache=/app/app.aot -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
# The image has neither curl nor wget.
COPY --chmod=755 deploy/ready.sh /app/ready.sh
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --start-interval=1s CMD ["/app/ready.sh"]
ENTRYPOINT ["java", "-jar", "app.jar"]
