package ai.kongguard.metrics;

import java.time.Duration;
import java.util.List;

/**
 * What a {@link MetricsTopology} is built from. Immutable.
 *
 * @param trafficTopic read; as many partitions as {@code verdictTopic}, by the same key
 * @param verdictTopic read
 * @param feedbackTopic read
 * @param windowTopic written
 * @param incidentTopic written
 * @param partitions of the traffic and the verdict topic
 * @param tiers that show zero before their first verdict
 * @param tick wall-clock interval at which sums are handed on and windows are written
 * @param grace how long after its end a window admits late events
 * @param rememberedEvents per partition, so that copies, revisions and labels are recognised
 * @param memory how long an event is remembered at most
 * @param sessionGap pause after which a campaign is another incident
 * @param campaignSources clients from which on alerts with the same payload are one incident
 * @param openIncidents that further alerts can join; the longest untouched are closed
 * @param rememberedRuns whose counts go on; the longest untouched are dropped
 * @param silence how long tiers and sources may say nothing
 */
record MetricsSettings(
        String trafficTopic,
        String verdictTopic,
        String feedbackTopic,
        String windowTopic,
        String incidentTopic,
        int partitions,
        List<String> tiers,
        Duration tick,
        Duration grace,
        int rememberedEvents,
        Duration memory,
        Duration sessionGap,
        int campaignSources,
        int openIncidents,
        int rememberedRuns,
        SilenceWatch.Limits silence) {}
