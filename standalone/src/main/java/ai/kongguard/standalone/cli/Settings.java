package ai.kongguard.standalone.cli;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;

/** Properties of the services as the environment sets them, so that a command does as they do. */
final class Settings {

    private Settings() {}

    /** With the defaults of the type where the environment says nothing. */
    static <T> T of(String prefix, Class<T> type) {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate(prefix, type);
    }
}
