package org.prongsai.launcher;

import java.util.List;

/** How thoroughly the code of a part is compiled: hardly, so that it starts quickly, but where keys are made and used. */
final class JitOptions {

    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

    /** In code that is compiled quickly a key takes seven times as long; here what runs ten times as often as usual is hot. */
    private static final List<String> HOT_THOROUGHLY = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private JitOptions() {}

    static List<String> of(Part part) {
        return part.name().equals("assessment-service") ? HOT_THOROUGHLY : QUICK;
    }
}
