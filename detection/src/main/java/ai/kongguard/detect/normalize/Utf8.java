package ai.kongguard.detect.normalize;

/** The bit patterns of UTF-8; the forms of five and six bytes are among them, because servers have accepted them. */
final class Utf8 {

    private Utf8() {}

    /** How many bytes follow this lead byte; 0 when it leads none. */
    static int continuationBytes(int lead) {
        if (lead >= 0xc0 && lead < 0xe0) {
            return 1;
        }
        if (lead >= 0xe0 && lead < 0xf0) {
            return 2;
        }
        if (lead >= 0xf0 && lead < 0xf8) {
            return 3;
        }
        return lead >= 0xf8 && lead < 0xfc ? 4 : lead == 0xfc || lead == 0xfd ? 5 : 0;
    }

    /** The bits of the code point that the lead byte holds. */
    static int leadBits(int lead, int continuationBytes) {
        return lead & (0x3f >> continuationBytes);
    }
}
