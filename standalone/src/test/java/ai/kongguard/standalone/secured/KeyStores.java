package ai.kongguard.standalone.secured;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Keys with certificates that each signed itself, made for one test, and a store of all that are trusted. */
final class KeyStores {

    static final String PASSWORD = "of-a-test-alone";

    private final Path folder;
    private final Map<String, KeyStore> stores = new TreeMap<>();

    KeyStores(Path folder) {
        this.folder = folder;
    }

    /** A key whose certificate names this user, on this machine. */
    KeyStores with(String user) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = file(user);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        user,
                        "-dname",
                        "CN=" + user,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(user + ".txt").toFile())
                .start();
        if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
            throw new IOException(Files.readString(folder.resolve(user + ".txt")));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        stores.put(user, store);
        return this;
    }

    /** Writes the store of what is trusted: all of them. */
    KeyStores trusted() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (var store : stores.entrySet()) {
            trusted.setCertificateEntry(store.getKey(), store.getValue().getCertificate(store.getKey()));
        }
        try (OutputStream out = Files.newOutputStream(file("trusted"))) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return this;
    }

    /** Settings of a client or broker that trusts all of them and shows the certificate of none. */
    Map<String, String> trust() {
        return Map.of(
                "ssl.truststore.location",
                file("trusted").toString(),
                "ssl.truststore.password",
                PASSWORD,
                "ssl.truststore.type",
                "PKCS12");
    }

    /** The same of one that shows this user's. */
    Map<String, String> of(String user) {
        Map<String, String> settings = new TreeMap<>(trust());
        settings.putAll(Map.of(
                "ssl.keystore.location",
                file(user).toString(),
                "ssl.keystore.password",
                PASSWORD,
                "ssl.keystore.type",
                "PKCS12",
                "ssl.key.password",
                PASSWORD));
        return settings;
    }

    private Path file(String name) {
        return folder.resolve(name + ".p12");
    }
}
