package ai.kongguard.gateway.ws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.gateway.ClientFrames;
import ai.kongguard.gateway.CloseReason;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest implements FrameReader.Receiver {

    private static final int MAX = 1_000;

    private final List<String> heard = new ArrayList<>();
    private final FrameReader reader = new FrameReader(MAX, this);
    private int frames;
    private int maxFrames = Integer.MAX_VALUE;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4_096})
    void putsMessagesTogetherHoweverTheyArrive(int bytesAtOnce) {
        byte[] sent = ClientFrames.join(
                ClientFrames.text("hello"),
                ClientFrames.masked(0x01, "wor".getBytes(UTF_8)),
                ClientFrames.masked(0x89, new byte[] {7}),
                ClientFrames.masked(0x80, "ld".getBytes(UTF_8)),
                ClientFrames.masked(0x8A, new byte[] {1, 2}),
                ClientFrames.masked(0x82, new byte[] {0}),
                ClientFrames.text("é".repeat(500)),
                ClientFrames.masked(0x88, new byte[] {3, (byte) 0xE8}));
        for (int from = 0; from < sent.length; from += bytesAtOnce) {
            reader.read(ByteBuffer.wrap(sent, from, Math.min(bytesAtOnce, sent.length - from)));
        }
        assertThat(heard).containsExactly("hello", "ping 1", "world", "pong 2", "é".repeat(500), "goodbye");
        assertThat(frames).isEqualTo(8);
    }

    @Test
    void refusesWhatIsNotMasked() {
        byte[] frame = {(byte) 0x81, 2, 'h', 'i'};
        refuses(frame, CloseReason.PROTOCOL);
    }

    @Test
    void refusesALongFrameBeforeItsPayloadComes() {
        byte[] header = {(byte) 0x81, (byte) 0xFF, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4};
        refuses(header, CloseReason.TOO_LARGE);
    }

    @Test
    void refusesALongMessageOfShortFrames() {
        byte[] first = ClientFrames.masked(0x01, new byte[600]);
        byte[] second = ClientFrames.masked(0x00, new byte[600]);
        refuses(ClientFrames.join(first, second), CloseReason.TOO_LARGE);
    }

    @Test
    void refusesTextThatIsNone() {
        refuses(ClientFrames.masked(0x81, new byte[] {'a', (byte) 0xC3, '('}), CloseReason.NOT_TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC1, 0x83, 0x8B, 0x09, 0x80})
    void refusesReservedBitsKindsAndOrder(int firstByte) {
        refuses(ClientFrames.masked(firstByte, new byte[] {1}), CloseReason.PROTOCOL);
    }

    @Test
    void countsEmptyFragmentsToo() {
        maxFrames = 10;
        List<byte[]> parts = new ArrayList<>(List.of(ClientFrames.masked(0x01, new byte[0])));
        for (int i = 0; i < 20; i++) {
            parts.add(ClientFrames.masked(0x00, new byte[0]));
        }
        refuses(ClientFrames.join(parts.toArray(byte[][]::new)), CloseReason.TOO_MANY_FRAMES);
    }

    @Test
    void endsInARefusalOrInSilenceWhateverIsSent() {
        Random random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 2_000; round++) {
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            FrameReader fresh = new FrameReader(MAX, this);
            try {
                fresh.read(ByteBuffer.wrap(garbage));
            } catch (BrokenRuleException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 2_000);
    }

    private void refuses(byte[] sent, CloseReason reason) {
        assertThatThrownBy(() -> reader.read(ByteBuffer.wrap(sent)))
                .isInstanceOfSatisfying(
                        BrokenRuleException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Override
    public void frame() {
        if (++frames > maxFrames) {
            throw new BrokenRuleException(CloseReason.TOO_MANY_FRAMES, "");
        }
    }

    @Override
    public void text(String text) {
        heard.add(text);
    }

    @Override
    public void ping(byte[] payload) {
        heard.add("ping " + payload.length);
    }

    @Override
    public void pong(byte[] payload) {
        heard.add("pong " + payload.length);
    }

    @Override
    public void goodbye() {
        heard.add("goodbye");
    }
}
