package ai.kongguard.standalone;

import ai.kongguard.broker.DataFolderInUseException;
import ai.kongguard.http.OpenWithoutTokenException;
import ai.kongguard.kafka.BrokerUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** One line about why the system did not start, that names the property to change. */
final class StartFailure {

    private StartFailure() {}

    static String explain(Throwable failure) {
        List<String> lines = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String line = line(cause);
            if (line != null) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            return root(failure) + ": the log file (logging.file.name) tells more";
        }
        return lines.get(lines.size() - 1);
    }

    private static @Nullable String line(Throwable cause) {
        if (cause instanceof PortTakenException
                || cause instanceof BrokerUnavailableException
                || cause instanceof OpenWithoutTokenException) {
            return cause.getMessage();
        }
        if (cause instanceof DataFolderInUseException) {
            return cause.getMessage() + ": stop it, or start with --kongguard.broker.data-folder=FOLDER.";
        }
        if (cause instanceof BindValidationException invalid) {
            Map<String, String> faults = new TreeMap<>();
            for (ObjectError error : invalid.getValidationErrors()) {
                String field = error instanceof FieldError one ? "." + one.getField() : "";
                faults.put(invalid.getValidationErrors().getName() + field, String.valueOf(error.getDefaultMessage()));
            }
            return faults.toString();
        }
        if (cause instanceof BindException bind) {
            return bind.getName() + " cannot be read: " + root(bind).getMessage();
        }
        return null;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
