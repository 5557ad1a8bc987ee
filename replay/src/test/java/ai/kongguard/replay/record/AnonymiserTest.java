package ai.kongguard.replay.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.testkit.TestEvents;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymiserTest {

    private final Anonymiser anonymiser = new Anonymiser(new SecureRandom());

    @Test
    void replacesAClientWhereverItStandsAndLeavesThePayloadsOwnAddresses() {
        TrafficEvent event = TestEvents.with(
                TestEvents.event("e1", "203.0.113.7", "/fetch", "url=http://169.254.169.254/&me=203.0.113.7:80"),
                Map.of("x-forwarded-for", "203.0.113.7, 198.51.100.9", "user-agent", "x 198.51.100.9. y"),
                "198.51.100.99 203.0.113.70 \n203.0.113.7");
        RecordedRecord out = anonymiser.anonymised(record(event));
        TrafficEvent read = RecordCodec.TRAFFIC_EVENT.decode(out.value());
        String client = read.clientIp();
        String proxy = String.valueOf(read.headers().get("x-forwarded-for")).substring(client.length() + 2);
        assertThat(client).startsWith("10.").isNotEqualTo(proxy);
        assertThat(proxy).startsWith("10.");
        assertThat(out.key()).isEqualTo(client.getBytes(UTF_8));
        assertThat(read.query()).isEqualTo("url=http://169.254.169.254/&me=" + client + ":80");
        assertThat(read.headers().get("user-agent")).isEqualTo("x " + proxy + ". y");
        assertThat(read.body()).isEqualTo("198.51.100.99 203.0.113.70 \n" + client);
        assertThat(out.headers().get(0).value()).isEqualTo(client.getBytes(UTF_8));
    }

    @Test
    void isConsistentWithinOneRecordingAndDifferentInAnother() {
        RecordedRecord record = record(TestEvents.event("e1", "2001:db8:1:2::7", "/", ""));
        RecordedRecord same = record(TestEvents.event("e2", "2001:0DB8:1:2:0:0:0:7", "/", ""));
        byte[] key = anonymiser.anonymised(record).key();
        assertThat(anonymiser.anonymised(same).key()).isEqualTo(key);
        assertThat(new Anonymiser(new SecureRandom()).anonymised(record).key()).isNotEqualTo(key);
    }

    @Test
    void keepsDistinctAddressesDistinctAndNetworksTogether() {
        AddressMapping mapping = new AddressMapping(new byte[32]);
        Set<Address> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            seen.add(mapping.of(new Address(0, 0xCB007100L + i, true)));
        }
        assertThat(seen).hasSize(100_000).allMatch(address -> address.low() >>> 24 == 10);
        Address one = mapping.of(new Address(42, 1, false));
        Address two = mapping.of(new Address(42, 2, false));
        assertThat(one.high())
                .isEqualTo(two.high())
                .isNotEqualTo(mapping.of(new Address(43, 1, false)).high());
        assertThat(one.low()).isNotEqualTo(two.low());
        assertThat(one.toString()).startsWith("2001:db8:");
    }

    @Test
    void leavesBytesThatAreNoTextAsTheyAre() {
        byte[] binary = {(byte) 0xff, 0, '1', '.', '2', '.', '3', '.', '4', (byte) 0xfe};
        RecordedRecord out = anonymiser.anonymised(
                new RecordedRecord("t", 0, 0, 1, false, "unknown".getBytes(UTF_8), binary, List.of()));
        assertThat(out.value()).isEqualTo(binary);
        assertThat(out.key()).isEqualTo("unknown".getBytes(UTF_8));
        RecordedRecord keyed = anonymiser.anonymised(
                new RecordedRecord("t", 0, 0, 1, false, "1.2.3.4".getBytes(UTF_8), binary, List.of()));
        assertThat(keyed.value())
                .startsWith((byte) 0xff, (byte) 0, (byte) '1', (byte) '0')
                .endsWith((byte) 0xfe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.3.4", "::1", "::", "2001:db8::ff00:42:8329", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8", "fe80::"})
    void readsAddressesAsJavaDoes(String text) throws UnknownHostException {
        Address address = Address.parse(text);
        assertThat(address).isNotNull();
        if (address != null && !text.startsWith("::ffff")) {
            assertThat(InetAddress.getByName(address.toString())).isEqualTo(InetAddress.getByName(text));
        }
    }

    @ParameterizedTest
    @CsvSource({"1.2.3", "1.2.3.4.5", "256.1.1.1", "1:2", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::1.2.3", "cafe"})
    void knowsWhatIsNoAddress(String text) {
        assertThat(Address.parse(text)).isNull();
    }

    @Test
    void takesAnyTextInLinearTimeWithoutAnException() {
        Random random = new Random(5);
        String alphabet = "0123456789abcdef:.\\u\"x";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(200); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int end = 0;
            for (AddressText found : AddressText.in(text.toString())) {
                assertThat(found.from()).isGreaterThanOrEqualTo(end);
                end = found.to();
            }
        }
        assertThat(AddressText.in("1.".repeat(1_000_000))).isEmpty();
    }

    private static RecordedRecord record(TrafficEvent event) {
        byte[] client = event.clientIp().getBytes(UTF_8);
        return new RecordedRecord(
                "gateway.traffic",
                1,
                2,
                3,
                false,
                client,
                RecordCodec.TRAFFIC_EVENT.encode(event),
                List.of(new RecordedHeader("x", client)));
    }
}
