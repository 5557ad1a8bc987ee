package ai.kongguard.gateway.http;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What existing clients may ask and nobody here can answer truly: 501 and why. */
@RestController
public final class AbsentController {

    @PostMapping("/ml/train")
    ResponseEntity<Map<String, String>> train() {
        return absent("Models are trained offline, by model-training, and read from kongguard.analyzer.model.path");
    }

    @PostMapping("/ml/feedback")
    ResponseEntity<Map<String, String>> feedback() {
        return absent("No model learns while it judges: POST /feedback corrects what is counted");
    }

    @PostMapping("/ml/analyze")
    ResponseEntity<Map<String, String>> analyze() {
        return absent("The model does not judge alone: POST /analyze asks for the tier's verdict");
    }

    private static ResponseEntity<Map<String, String>> absent(String reason) {
        return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED).body(Map.of("detail", reason));
    }
}
