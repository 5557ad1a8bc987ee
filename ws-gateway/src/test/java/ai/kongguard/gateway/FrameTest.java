package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {

    @ParameterizedTest
    @CsvSource({"0, 8100", "1, 8101", "125, 817d", "126, 817e007e", "65535, 817effff", "65536, 817f0000000000010000"})
    void announcesItsLength(int length, String header) {
        Frame frame = new Frame("x".repeat(length), 3);
        byte[] wire = bytes(frame);
        assertThat(HexFormat.of().formatHex(wire, 0, header.length() / 2)).isEqualTo(header);
        assertThat(wire).hasSize(header.length() / 2 + length);
        assertThat(frame.bytes()).isEqualTo(length);
        assertThat(frame.text()).isEqualTo("x".repeat(length));
        assertThat(frame.verdicts()).isEqualTo(3);
    }

    @Test
    void isReadByEverySessionFromItsBeginning() {
        Frame frame = new Frame("ab", 1);
        ByteBuffer first = frame.wire();
        first.position(4);
        assertThat(frame.wire().remaining()).isEqualTo(4);
        assertThat(first.isReadOnly()).isTrue();
    }

    @Test
    void controlsTheConnection() {
        assertThat(bytes(Frame.ping(new byte[] {1, 2}))).containsExactly(0x89, 2, 1, 2);
        assertThat(bytes(Frame.pong(new byte[0]))).containsExactly(0x8A, 0);
        assertThat(bytes(Frame.close(1001, "by"))).containsExactly(0x88, 4, 3, 0xE9, 'b', 'y');
    }

    @Test
    void refusesToControlWithMoreThanAControlFrameHolds() {
        assertThat(bytes(Frame.close(1001, "x".repeat(123)))).hasSize(127);
        assertThatThrownBy(() -> Frame.close(1001, "x".repeat(124)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("126");
        assertThatThrownBy(() -> Frame.ping(new byte[126])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasRoomForTheTextOfEveryReason() {
        for (CloseReason reason : CloseReason.values()) {
            assertThat(Frame.close(reason.code(), reason.text()).bytes()).isBetween(3, 125);
        }
    }

    private static byte[] bytes(Frame frame) {
        byte[] bytes = new byte[frame.wire().remaining()];
        frame.wire().get(bytes);
        return bytes;
    }
}
