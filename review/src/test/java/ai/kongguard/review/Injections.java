package ai.kongguard.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts that want a reviewer to look away: those of {@code testdata}, and some of them in disguise. */
final class Injections {

    /** Every so many of the plain ones is disguised in every way. */
    private static final int STEP = 8;

    private static final Path FOLDER = Path.of("src/test/resources/testdata");
    private static final String PADDING = "lorem-ipsum.dolor_4-sit.".repeat(2_500);

    record Injection(String group, String text) {}

    private Injections() {}

    static List<Injection> all() throws IOException {
        List<Injection> plain = new ArrayList<>();
        JsonNode groups = read("injections.json").get("groups");
        groups.properties().forEach(group -> group.getValue()
                .forEach(text -> plain.add(new Injection(group.getKey(), text.asString()))));
        List<Injection> all = new ArrayList<>(plain);
        disguises().forEach((name, disguise) -> {
            for (int i = 0; i < plain.size(); i += STEP) {
                all.add(new Injection(name, disguise.apply(plain.get(i).text())));
            }
        });
        return all;
    }

    /** Harmless texts that hold the same words. */
    static List<String> controls() throws IOException {
        List<String> controls = new ArrayList<>();
        read("benign_controls.json").get("cases").forEach(text -> controls.add(text.asString()));
        return controls;
    }

    private static JsonNode read(String file) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(FOLDER.resolve(file)));
    }

    private static Map<String, UnaryOperator<String>> disguises() {
        Map<String, UnaryOperator<String>> disguises = new LinkedHashMap<>();
        disguises.put("url_encoded", Reviews::encode);
        disguises.put("url_encoded_twice", text -> Reviews.encode(Reviews.encode(text)));
        disguises.put("html_entities", text -> each(text, "&#%d;"));
        disguises.put("unicode_escapes", text -> each(text, "\\u%04x"));
        disguises.put("base64", text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
        disguises.put(
                "homoglyphs", text -> text.replace('a', 'а').replace('e', 'е').replace('o', 'о'));
        disguises.put("zero_width", text -> text.replace("e", "e\u200b").replace("o", "o\u2060"));
        disguises.put("full_width", text -> shifted(text, '!', 0xfee0));
        disguises.put("mathematical", text -> shifted(text, 'a', 0x1d41a - 'a'));
        disguises.put("tags", text -> shifted(text, ' ', 0xe0000));
        disguises.put(
                "digits_for_letters",
                text -> text.replace('o', '0').replace('i', '1').replace('e', '3'));
        disguises.put("padded_before", text -> PADDING + text);
        disguises.put("padded_after", text -> text + " " + PADDING);
        disguises.put("padded_around", text -> PADDING + text + " " + PADDING);
        return disguises;
    }

    private static String each(String text, String format) {
        StringBuilder encoded = new StringBuilder();
        text.chars().forEach(c -> encoded.append(String.format(format, c)));
        return encoded.toString();
    }

    /** From this ASCII character on, other letters for those there are. */
    private static String shifted(String text, char from, int by) {
        StringBuilder shifted = new StringBuilder();
        text.codePoints()
                .forEach(c -> shifted.appendCodePoint(c >= from && c <= (from == 'a' ? 'z' : '~') ? c + by : c));
        return shifted.toString();
    }
}
