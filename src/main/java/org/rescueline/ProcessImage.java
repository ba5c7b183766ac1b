package org.rescueline;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** This process as Linux knows it: what it was started with, and how it begins anew as another program. */
final class ProcessImage {

    private static final Path SELF = Path.of("/proc/self");

    /** How the virtual machine reads and writes what the system calls file names and arguments. */
    private static final Charset ENCODING = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private ProcessImage() {}

    /**
     * The command line, the program's name first.
     *
     * @throws IOException where there is no {@code /proc}, or when an argument is no text in this machine's encoding and
     *     would not come out as it went in
     */
    static List<String> commandLine() throws IOException {
        var bytes = Files.readAllBytes(SELF.resolve("cmdline"));
        var text = new String(bytes, ENCODING);
        if (!Arrays.equals(text.getBytes(ENCODING), bytes)) {
            throw new IOException("the command line is not written in " + ENCODING);
        }
        return List.of(text.substring(0, Math.max(0, text.length() - 1)).split("\0", -1));
    }

    /**
     * Becomes the given program, of which this one's number, environment and standard streams remain, and nothing else: not
     * a thread, not a shutdown hook.
     *
     * @param commandLine the program's name first
     * @throws IOException when the system refuses; then nothing has changed
     * @throws LinkageError where JNA has nothing for this machine or may not unpack it
     */
    static void become(List<String> commandLine) throws IOException {
        var program = Files.readSymbolicLink(SELF.resolve("exe")).toString();
        var system = Native.load("c", CLibrary.class, Map.of(Library.OPTION_STRING_ENCODING, ENCODING.name()));
        closeWithThisProgram(system);
        try {
            system.execv(program, commandLine.toArray(String[]::new));
        } catch (LastErrorException e) {
            throw new IOException("cannot begin anew: " + e.getMessage(), e);
        }
    }

    /**
     * The virtual machine leaves its own files open for whatever comes after it. Whatever else is open was handed to this
     * process by the one that started it, and stays.
     */
    private static void closeWithThisProgram(CLibrary system) throws IOException {
        try (var open = Files.newDirectoryStream(SELF.resolve("fd"))) {
            for (var file : open) {
                if (isOfVirtualMachine(file)) {
                    system.fcntl(
                            Integer.parseInt(file.getFileName().toString()),
                            CLibrary.SET_DESCRIPTOR_FLAGS,
                            CLibrary.CLOSE_ON_EXEC);
                }
            }
        }
    }

    private static boolean isOfVirtualMachine(Path descriptor) {
        try {
            var target = Files.readSymbolicLink(descriptor).toString();
            return target.endsWith(".jar") || target.endsWith("/lib/modules") || target.endsWith("random");
        } catch (IOException e) {
            // Closed since it was listed, as the listing's own is.
            return false;
        }
    }

    /** What is wanted of the C library. */
    public interface CLibrary extends Library {
        /** {@code F_SETFD}. */
        int SET_DESCRIPTOR_FLAGS = 2;

        /** {@code FD_CLOEXEC}. */
        int CLOSE_ON_EXEC = 1;

        /** Sets the flags of an open file. */
        int fcntl(int descriptor, int command, int flags);

        /** Returns only by failing. */
        int execv(String path, String[] arguments) throws LastErrorException;
    }
}
