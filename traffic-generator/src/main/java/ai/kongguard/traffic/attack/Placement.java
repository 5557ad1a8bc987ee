package ai.kongguard.traffic.attack;

import java.util.List;

/** Where in a request a payload stands. */
public enum Placement {
    QUERY,
    FORM,
    JSON,
    PATH,
    HEADER,
    COOKIE,
    MULTIPART,
    /** The payload is the whole body, as XML. */
    XML;

    static final List<Placement> ANYWHERE =
            List.of(QUERY, QUERY, QUERY, QUERY, FORM, FORM, JSON, JSON, PATH, HEADER, COOKIE, MULTIPART);
}
