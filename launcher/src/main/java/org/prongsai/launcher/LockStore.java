package org.prongsai.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Lets one launcher at a time use a data folder; the system frees the lock of one that was killed. */
final class LockStore implements AutoCloseable {

    private final FileChannel channel;

    private LockStore(FileChannel channel) {
        this.channel = channel;
    }

    static LockStore acquire(FolderStore data) {
        var folder = data.folder();
        var file = folder.resolve(FolderStore.LOCK);
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                var holder = read(channel);
                channel.close();
                throw new Refusal(
                        "Prongsai already runs on %s (process %s): use it, stop it with 'kill %s', or name another folder in PRONGSAI_DATA and other ports in PRONGSAI_PORT_BASE."
                                .formatted(folder, holder, holder));
            }
            write(channel, ChildStore.markOf(ProcessHandle.current()).toString());
            return new LockStore(channel);
        } catch (IOException e) {
            throw new Refusal("%s cannot be written: give yourself permission or name another folder in PRONGSAI_DATA."
                    .formatted(file));
        }
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            // The system frees the lock when this process ends.
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable Object lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(64);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8)
                .strip()
                .split(" ")[0];
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }
}
