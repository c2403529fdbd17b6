package org.prongsai.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;

/** Answers with a file that a browser keeps under a name, line by line as it comes into being. */
public final class DownloadWriter {
    private static final MediaType CSV = MediaType.valueOf("text/csv");

    private DownloadWriter() {}

    /** @param name without its ending */
    public static ResponseEntity<Flux<byte[]>> csv(String name, Flux<byte[]> lines) {
        var disposition =
                ContentDisposition.attachment().filename(name + ".csv").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(CSV)
                .body(lines);
    }
}
