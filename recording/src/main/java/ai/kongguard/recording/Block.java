package ai.kongguard.recording;

/**
 * A part of a recording that can be decompressed by itself.
 *
 * @param position of its first byte in the file
 * @param firstRecord the number of its first record, from 0
 * @param records in it, at least 1
 * @param minTimestamp lowest of its records, epoch milliseconds
 * @param maxTimestamp highest of its records
 */
public record Block(long position, long firstRecord, int records, long minTimestamp, long maxTimestamp) {}
