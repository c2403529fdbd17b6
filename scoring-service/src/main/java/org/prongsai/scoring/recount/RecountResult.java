package org.prongsai.scoring.recount;

import java.util.List;

/**
 * What a recount says, of one round or of all.
 *
 * @param source {@code log}
 * @param round empty for all
 * @param responses answers that were added, each one counted once
 * @param withdrawn answers that were taken back
 * @param duplicates records of the log that were sent more than once, and counted once
 * @param seconds from the command's first step to its last
 * @param reading of those, the seconds in which most of the log was read and counted
 * @param recounted digest of the counts as the log says
 * @param live digest of the counts as they are kept
 * @param equal whether what is kept is what the log says, all of it, and the log is whole
 * @param tallies that were compared
 * @param scores that were compared
 * @param different how many differences there are
 * @param doubled answers that the log adds twice or takes back without having added them
 * @param parked records that can never count
 * @param overdue records that the log held when the recount began and that no score knew when it ended
 * @param waiting those, and records that came since
 * @param missing a sentence for each place where the log lacks records
 * @param differences the first of them
 */
record RecountResult(
        String source,
        String round,
        long responses,
        long withdrawn,
        long duplicates,
        double seconds,
        double reading,
        String recounted,
        String live,
        boolean equal,
        int tallies,
        int scores,
        int different,
        long doubled,
        int parked,
        long overdue,
        long waiting,
        List<String> missing,
        List<Difference> differences) {}
