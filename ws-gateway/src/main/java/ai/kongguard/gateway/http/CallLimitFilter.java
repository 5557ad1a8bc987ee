package ai.kongguard.gateway.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses calls that change something when their address makes too many: each costs Kafka records, and a flood costs
 * thousands. Stands before the token, so that guessing it is slow.
 */
public final class CallLimitFilter extends OncePerRequestFilter {

    private final CallLimits commands;
    private final CallLimits analyses;

    public CallLimitFilter(CallLimits commands, CallLimits analyses) {
        this.commands = commands;
        this.analyses = analyses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean analysis = request.getRequestURI().equals("/analyze");
        CallLimits limits = analysis ? analyses : commands;
        long wait = Calls.change(request) ? limits.secondsToWait(request.getRemoteAddr()) : 0;
        if (wait == 0) {
            chain.doFilter(request, response);
            return;
        }
        String property = analysis ? "analyses-per-second" : "commands-per-minute";
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter()
                .write("{\"detail\":\"More than " + limits + " from one address (kongguard.gateway.limits." + property
                        + ")\"}");
    }
}
