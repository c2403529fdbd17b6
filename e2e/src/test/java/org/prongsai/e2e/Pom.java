package org.prongsai.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A pom.xml as written, without what it inherits. */
record Pom(Path file, Element project) {

    static Pom read(Path file) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return new Pom(file, builder.parse(file.toFile()).getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " is no pom", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds every module, seen from the module or from the top. */
    static Path top() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("house-rules")) ? here : here.getParent();
    }

    static Pom root() {
        return read(top().resolve("pom.xml"));
    }

    static List<Pom> children() {
        return root().elements("modules", "module")
                .map(module -> read(top().resolve(module.getTextContent()).resolve("pom.xml")))
                .toList();
    }

    String module() {
        return file.getParent().getFileName().toString();
    }

    Stream<Element> elements(String... path) {
        return at(project, path);
    }

    Stream<String> dependencies() {
        return elements("dependencies", "dependency").map(dependency -> text(dependency, "artifactId"));
    }

    static String text(Element holder, String name) {
        return at(holder, name).map(Node::getTextContent).findFirst().orElse("");
    }

    static Stream<Element> at(Element from, String... path) {
        Stream<Element> found = Stream.of(from);
        for (String name : path) {
            found = found.flatMap(element -> children(element, name));
        }
        return found;
    }

    static Stream<String> names(Element parent) {
        return children(parent).map(Element::getTagName);
    }

    private static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(element -> element.getTagName().equals(name));
    }

    private static Stream<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
