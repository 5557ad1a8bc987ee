package ai.kongguard.standalone.secured;

import ai.kongguard.broker.EmbeddedBroker;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.kafka.KafkaAccessProperties;
import ai.kongguard.kafka.TopicsApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;

/**
 * A broker with two doors, both of TLS: one asks for a password (SCRAM), one for a certificate. Nobody may do anything
 * but what the list allows; the broker itself and the operator, who have certificates, may do all.
 */
final class SecuredBroker implements AutoCloseable {

    static final String PREFIX = "kg-";
    static final List<String> TIERS = List.of("local", "cloud");

    private static final String HOST = "127.0.0.1";
    private static final String OPERATOR = "operator";

    private final KeyStores keys;
    private final int passwordPort = EmbeddedBroker.freePort(HOST);
    private final int certificatePort = EmbeddedBroker.freePort(HOST);
    private final EmbeddedBroker broker;
    private final Admin operator;

    private SecuredBroker(Path folder, String certified) throws Exception {
        keys = new KeyStores(Files.createDirectories(folder.resolve("keys")))
                .with("broker")
                .with(OPERATOR)
                .with(certified)
                .trusted();
        broker = EmbeddedBroker.start(HOST, passwordPort, folder.resolve("broker"), settings());
        operator = Admin.create(new HashMap<String, Object>(certificate(OPERATOR)));
        for (String user : users()) {
            operator.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), passwordOf(user))))
                    .all()
                    .get();
        }
        operator.createAcls(rows().flatMap(row -> row.bindings(PREFIX)).toList())
                .all()
                .get();
        createTopics();
    }

    /** Starts one in which the list is applied and all topics are there. {@code certified} is a user who has a certificate too. */
    static SecuredBroker start(Path folder, String certified) throws Exception {
        return new SecuredBroker(folder, certified);
    }

    /** The list, with a row for each tier where it says so. */
    static Stream<AclRow> rows() {
        return AclRow.all().stream().flatMap(row -> TIERS.stream().map(row::of).distinct());
    }

    static List<String> users() {
        return rows().map(AclRow::principal).distinct().toList();
    }

    static String passwordOf(String user) {
        return "hush-" + user;
    }

    /** As the user does who may. */
    void createTopics() {
        TopicsApplication.main(SecuredServices.arguments(password("topics")).toArray(String[]::new));
    }

    /** May do everything. */
    Admin operator() {
        return operator;
    }

    /** Settings of the clients of somebody who may do everything. */
    Map<String, String> operatorSettings() {
        return certificate(OPERATOR);
    }

    /** Client settings of a user with a password. */
    Map<String, String> password(String user, String password) {
        Map<String, String> settings = new TreeMap<>(keys.trust());
        settings.put("bootstrap.servers", HOST + ":" + passwordPort);
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
        return settings;
    }

    /** The same of a user whose password is right. */
    Map<String, String> password(String user) {
        return password(user, passwordOf(user));
    }

    /** Client settings of a user with a certificate. */
    Map<String, String> certificate(String user) {
        Map<String, String> settings = new TreeMap<>(keys.of(user));
        settings.put("bootstrap.servers", HOST + ":" + certificatePort);
        settings.put("security.protocol", "SSL");
        return settings;
    }

    /** The access of a service with these settings. */
    static KafkaAccess access(Map<String, String> settings) {
        Map<String, String> others = new TreeMap<>(settings);
        String servers = others.remove("bootstrap.servers");
        return new KafkaAccess(
                new KafkaAccessProperties(List.of(String.valueOf(servers)), PREFIX, 2, (short) 1, "none", others));
    }

    /** Takes a right away or gives it back. */
    void allow(AclBinding right, boolean allowed) throws ExecutionException, InterruptedException {
        if (allowed) {
            operator.createAcls(List.of(right)).all().get();
        } else {
            operator.deleteAcls(List.of(right.toFilter())).all().get();
        }
    }

    private Map<String, String> settings() {
        int controllerPort = EmbeddedBroker.freePort(HOST);
        String doors = "PASSWORD://" + HOST + ":" + passwordPort + ",CERTIFICATE://" + HOST + ":" + certificatePort;
        Map<String, String> settings = new TreeMap<>(keys.of("broker"));
        settings.put("listeners", doors + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", doors);
        settings.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        settings.put("listener.security.protocol.map", "PASSWORD:SASL_SSL,CERTIFICATE:SSL,CONTROLLER:SSL");
        settings.put("inter.broker.listener.name", "CERTIFICATE");
        settings.put("ssl.client.auth", "required");
        settings.put("ssl.principal.mapping.rules", "RULE:^CN=([^,]+).*$/$1/");
        settings.put("listener.name.password.ssl.client.auth", "none");
        settings.put("listener.name.password.sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.password.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("allow.everyone.if.no.acl.found", "false");
        settings.put("super.users", "User:broker;User:" + OPERATOR);
        return settings;
    }

    @Override
    public void close() {
        operator.close();
        broker.close();
    }
}
