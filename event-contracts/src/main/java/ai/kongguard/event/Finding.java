package ai.kongguard.event;

/**
 * One detector's evidence in one place of a request. Immutable.
 *
 * @param detector who found it, such as {@code sql_injection}; never blank
 * @param type the threat it points to
 * @param field where: {@code path}, {@code query.NAME}, {@code header.NAME}, {@code cookie.NAME}, {@code body},
 *     {@code body.NAME}; never blank
 * @param offset first character of the evidence, from 0, in the part of the raw event that holds {@code field}: the
 *     path, the whole query string, the header's value, the whole cookie header, or the body; -1 when it cannot be told
 * @param length characters of that part which it covers, still encoded; 0 when {@code offset} is -1
 * @param evidence the matched text, decoded and bounded; attacker-controlled
 * @param weight how strongly it speaks for {@code type}, 0-1
 */
public record Finding(
        String detector, ThreatType type, String field, int offset, int length, String evidence, double weight) {

    public Finding {
        Required.text("detector", detector);
        Required.present("type", type);
        Required.text("field", field);
        evidence = Required.orElse(evidence, "");
        Required.unit("weight", weight);
    }
}
