package ai.kongguard.standalone.cli;

import picocli.CommandLine.IVersionProvider;

/** Which release this is. */
final class Release implements IVersionProvider {

    /** Program and version; without a jar there is none. */
    static String name() {
        String version = Release.class.getPackage().getImplementationVersion();
        return "Kong Guard AI " + (version == null ? "(unreleased)" : version);
    }

    @Override
    public String[] getVersion() {
        return new String[] {name()};
    }
}
