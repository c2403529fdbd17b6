package org.prongsai.scoring.history;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.CsvFile;
import org.prongsai.web.CsvHeader;
import org.prongsai.web.Rejection;

/** A file of results of earlier years, its columns in any order; what cannot be read is named with its line. */
record ResultFile(@Nullable String encoding, List<ResultRow> rows, List<Rejection> rejected) {
    private static final CsvHeader HEADER = CsvHeader.anyOrder(
            ResultRow.REQUIRED,
            Stream.concat(ResultRow.OPTIONAL.stream(), ResultRow.PASSED_OVER.stream())
                    .toList());

    static ResultFile read(byte[] content) {
        var file = CsvFile.read(content, HEADER, ResultRow::read);
        return new ResultFile(file.encoding(), file.rows(), file.rejected());
    }
}
