package ai.kongguard.gateway;

import ai.kongguard.event.Verdict;
import java.util.List;

/** What every session is sent besides verdicts and metrics; a session that cannot take it is not told of the loss. */
public interface SideFrames {

    /** Nothing. */
    SideFrames NONE = new SideFrames() {
        @Override
        public List<Frame> take() {
            return List.of();
        }

        @Override
        public List<Frame> with(Verdict verdict) {
            return List.of();
        }
    };

    /** What has to be told since the last time; called on each tick. */
    List<Frame> take();

    /** What goes along with a verdict that is shown. */
    List<Frame> with(Verdict verdict);

    /** What all of these have to tell. */
    static SideFrames of(List<SideFrames> parts) {
        return new SideFrames() {
            @Override
            public List<Frame> take() {
                return parts.stream().flatMap(part -> part.take().stream()).toList();
            }

            @Override
            public List<Frame> with(Verdict verdict) {
                return parts.stream()
                        .flatMap(part -> part.with(verdict).stream())
                        .toList();
            }
        };
    }
}
