package org.prongsai.seeds.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Reads from an exception why a file could not be written; often it says no more than a name. */
final class FailureReader {

    private FailureReader() {}

    static String of(IOException failed) {
        return switch (failed) {
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case FileAlreadyExistsException taken -> "it is a file and no folder: " + taken.getFile();
            case NoSuchFileException missing -> "it is not there: " + missing.getFile();
            case FileSystemException other
            when other.getReason() != null -> "%s: %s".formatted(other.getReason(), other.getFile());
            default ->
                Objects.requireNonNullElse(
                        failed.getMessage(), failed.getClass().getSimpleName());
        };
    }
}
