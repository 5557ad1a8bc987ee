package ai.kongguard.review;

import ai.kongguard.event.ThreatType;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an answer looks like. As a JSON schema it uses only what every provider takes in its strict mode, so ranges and
 * lengths are told in words there and checked by {@link AnswerReader}.
 */
final class AnswerSchema {

    /** What one request can be; the others show only over many. */
    static final Set<ThreatType> TYPES = EnumSet.complementOf(EnumSet.of(
            ThreatType.UNKNOWN,
            ThreatType.DDOS,
            ThreatType.CREDENTIAL_STUFFING,
            ThreatType.BRUTE_FORCE,
            ThreatType.SCANNING,
            ThreatType.API_ABUSE));

    /** Characters of the reasoning that are asked for; a little more is taken, since models count badly. */
    static final int ASKED_REASONING = 300;

    static final int MAX_REASONING = 1_000;

    static final String JSON =
            """
            {"type":"object","properties":{\
            "score":{"type":"number","description":"0 (harmless) to 1 (certainly an attack)"},\
            "threat_type":{"type":"string","enum":[%s],"description":"none when it is harmless"},\
            "confidence":{"type":"number","description":"0 (a guess) to 1 (certain)"},\
            "reasoning":{"type":"string","description":"one plain sentence of at most %d characters"}},\
            "required":["score","threat_type","confidence","reasoning"],"additionalProperties":false}"""
                    .formatted(
                            TYPES.stream()
                                    .map(type -> '"' + type.wireName() + '"')
                                    .collect(Collectors.joining(",")),
                            ASKED_REASONING);

    private AnswerSchema() {}
}
