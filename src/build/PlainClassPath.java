import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Makes {@code classes.jar}, whose manifest names the packaged program's jars as a plain class path, and
 * {@code classes.key.new}, which names the virtual machine and the directory.
 *
 * <p>Jars that hold classes for several versions of Java are written anew with those for this one alone: a virtual machine
 * that is asked for an archived class's bytes (by a recording or an agent) looks for them under the plain name, and ends
 * with a signal where there are none (JDK 17).
 */
class PlainClassPath {

    private static final String VERSIONS = "META-INF/versions/";

    public static void main(String... arguments) throws IOException {
        var app = Path.of(arguments[0]);
        var single = Files.createDirectories(app.resolve("classes.lib"));
        var names = new ArrayList<String>();
        // What Quarkus changed comes before what it was made of.
        for (var jar : List.of("quarkus/transformed-bytecode.jar", "quarkus/generated-bytecode.jar")) {
            if (Files.exists(app.resolve(jar))) {
                names.add(jar);
            }
        }
        for (var directory : List.of("app", "lib/boot", "lib/main")) {
            for (var jar : jarsOf(app.resolve(directory))) {
                var plain = withOneVersion(jar, single.resolve(jar.getFileName().toString()));
                names.add(app.relativize(plain).toString());
            }
        }
        write(app.resolve("classes.jar"), names);
        Files.write(app.resolve("classes.key.new"), List.of(System.getProperty("java.vm.version"), app.toString()));
    }

    private static List<Path> jarsOf(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().collect(Collectors.toList());
        }
    }

    private static Path withOneVersion(Path jar, Path copy) throws IOException {
        try (var file = new JarFile(jar.toFile(), false, JarFile.OPEN_READ, JarFile.runtimeVersion())) {
            if (!file.isMultiRelease()) {
                return jar;
            }
            var contents = new TreeMap<String, byte[]>();
            for (var entry : file.versionedStream().collect(Collectors.toList())) {
                var name = entry.getName();
                if (!entry.isDirectory() && !name.startsWith(VERSIONS) && !name.equals(JarFile.MANIFEST_NAME)) {
                    contents.put(name, file.getInputStream(entry).readAllBytes());
                }
            }
            var manifest = new Manifest(file.getManifest());
            manifest.getMainAttributes().remove(new Name("Multi-Release"));
            try (var out = new JarOutputStream(Files.newOutputStream(copy), manifest)) {
                for (var content : contents.entrySet()) {
                    store(out, content.getKey(), content.getValue());
                }
            }
            return copy;
        }
    }

    private static void store(JarOutputStream out, String name, byte[] content) throws IOException {
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static void write(Path jar, List<String> classPath) throws IOException {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Name.MANIFEST_VERSION, "1.0");
        attributes.put(Name.MAIN_CLASS, "org.rescueline.Rescueline");
        attributes.put(new Name("Add-Opens"), "java.base/java.lang");
        attributes.put(Name.CLASS_PATH, String.join(" ", classPath));
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }
}
