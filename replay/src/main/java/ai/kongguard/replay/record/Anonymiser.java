package ai.kongguard.replay.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the addresses of clients: in the key, where the value names them (client, {@code X-Forwarded-For} and its kin), and
 * wherever else in the same record one of them stands. Addresses that only a payload names stay, since they are the attack. The
 * same address becomes the same one throughout; which one depends on a secret that is forgotten. One thread.
 */
final class Anonymiser {

    private final AddressMapping mapping;

    Anonymiser(SecureRandom random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        mapping = new AddressMapping(secret);
    }

    RecordedRecord anonymised(RecordedRecord record) {
        Set<Address> clients = ClientAddresses.of(record.key(), record.value());
        if (clients.isEmpty()) {
            return record;
        }
        List<RecordedHeader> headers = new ArrayList<>();
        for (RecordedHeader header : record.headers()) {
            headers.add(new RecordedHeader(header.name(), replaced(header.value(), clients)));
        }
        return new RecordedRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.logAppendTime(),
                replaced(record.key(), clients),
                replaced(record.value(), clients),
                headers);
    }

    /** Bytes as characters, one each: addresses are ASCII, and everything else comes back as it was. */
    private byte @Nullable [] replaced(byte @Nullable [] bytes, Set<Address> clients) {
        if (bytes == null) {
            return null;
        }
        String text = new String(bytes, ISO_8859_1);
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        for (AddressText found : AddressText.in(text)) {
            if (clients.contains(found.address())) {
                out.append(text, copied, found.from()).append(mapping.of(found.address()));
                copied = found.to();
            }
        }
        return copied == 0
                ? bytes
                : out.append(text, copied, text.length()).toString().getBytes(ISO_8859_1);
    }
}
