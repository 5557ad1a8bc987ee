package ai.kongguard.replay.compare.report;

import ai.kongguard.replay.compare.ComparedEvent;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report for CI, as JUnit's XML: a suite for attacks and one for benign requests. Each newly missed attack and each
 * newly blocked benign request is a failed case; a label without any is one case that passed.
 */
public final class JUnitReport {

    private final Report report;
    private final XMLStreamWriter xml;

    private JUnitReport(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    /** Writes it as UTF-8 and does not close the stream. */
    public static void write(Report report, OutputStream out) throws java.io.IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            new JUnitReport(report, xml).report();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new java.io.IOException("The JUnit report could not be written: " + e.getMessage(), e);
        }
    }

    private void report() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open("testsuites");
        xml.writeAttribute("name", "compare");
        suite("attacks", Change.NEWLY_MISSED, Label.Kind.ATTACK, "The candidate lets through what the base stops");
        suite(
                "benign",
                Change.NEWLY_BLOCKED_BENIGN,
                Label.Kind.BENIGN,
                "The candidate stops what the base lets through");
        newLine();
        xml.writeEndElement();
        newLine();
        xml.writeEndDocument();
    }

    private void suite(String name, Change change, Label.Kind kind, String message) throws XMLStreamException {
        Changed changed = report.changed(change);
        Map<Label, Long> failed =
                changed.kept().stream().collect(Collectors.groupingBy(Changed.Entry::label, Collectors.counting()));
        var sound = report.rows().keySet().stream()
                .filter(label -> label.kind() == kind && !failed.containsKey(label))
                .toList();
        long overflow = changed.overflow() > 0 ? 1 : 0;
        long failures = changed.kept().size() + overflow;
        open("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Long.toString(sound.size() + failures));
        xml.writeAttribute("failures", Long.toString(failures));
        for (Label label : sound) {
            openCase(label.text(), "none of " + report.totals(label::equals).events());
            xml.writeEndElement();
        }
        for (Changed.Entry entry : changed.kept()) {
            ComparedEvent event = entry.event();
            openCase(entry.label().text(), Numbers.plain(event.eventId()));
            failure(
                    change,
                    message,
                    TextReport.opinion(event.base()) + " -> " + TextReport.opinion(event.candidate()) + ", record "
                            + event.record());
            xml.writeEndElement();
        }
        if (overflow > 0) {
            openCase(name, changed.overflow() + " more");
            failure(change, message, "They are counted and not named");
            xml.writeEndElement();
        }
        newLine();
        xml.writeEndElement();
    }

    private void openCase(String label, String name) throws XMLStreamException {
        open("testcase");
        xml.writeAttribute("classname", "compare." + label);
        xml.writeAttribute("name", name);
    }

    private void failure(Change change, String message, String text) throws XMLStreamException {
        open("failure");
        xml.writeAttribute("type", change.wireName());
        xml.writeAttribute("message", message);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void open(String element) throws XMLStreamException {
        newLine();
        xml.writeStartElement(element);
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
