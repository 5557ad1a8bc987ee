package ai.kongguard.intake.kong;

import org.jspecify.annotations.Nullable;

/**
 * What stood in the request line, split but not decoded.
 *
 * @param path never empty
 * @param query without the question mark; empty when there is none
 */
public record RequestTarget(String path, String query) {

    /** From the raw target as the gateway logged it, which may be a whole URL. */
    public static RequestTarget of(String uri) {
        String target = uri;
        int authority = uri.startsWith("/") ? -1 : uri.indexOf("://");
        if (authority > 0 && authority < 10) {
            int end = firstOf(uri, authority + 3);
            target = uri.substring(end);
        }
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return new RequestTarget(path.isEmpty() ? "/" : path, mark < 0 ? "" : target.substring(mark + 1));
    }

    /** From {@code scheme://host:port/...}; null when it is no URL. */
    public static @Nullable Origin origin(@Nullable String url) {
        int authority = url == null ? -1 : url.indexOf("://");
        if (url == null || authority <= 0) {
            return null;
        }
        return new Origin(url.substring(0, authority), url.substring(authority + 3, firstOf(url, authority + 3)));
    }

    private static int firstOf(String url, int from) {
        for (int i = from; i < url.length(); i++) {
            if (url.charAt(i) == '/' || url.charAt(i) == '?') {
                return i;
            }
        }
        return url.length();
    }

    /** Scheme, and host with port. */
    public record Origin(String scheme, String host) {}
}
