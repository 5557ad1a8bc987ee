package ai.kongguard.intake;

/**
 * The bytes of one element of a batch; a view that is valid until the next one is read.
 *
 * @param buffer holds them
 * @param offset of the first
 * @param length how many are in the buffer: all, or the first ones of an oversize element
 * @param size how many the element has; more than {@code length} when it is oversize
 * @param ascii whether all of them are below 0x80
 */
public record Entry(byte[] buffer, int offset, int length, long size, boolean ascii) {

    /** Whether it is longer than what may be read. */
    public boolean isOversize() {
        return size > length;
    }
}
