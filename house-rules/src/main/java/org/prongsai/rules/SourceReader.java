package org.prongsai.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.prongsai.rules.SourceFile.Kind;
import org.prongsai.rules.SourceFile.Method;
import org.prongsai.rules.SourceFile.TopType;

/** Parses source files with the compiler's own parser and notes how long and how deep things are. */
final class SourceReader extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final DocTrees trees;
    private final CompilationUnitTree file;
    private final List<TopType> types = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();
    private int flatMaps;
    private int deepest;

    private SourceReader(DocTrees trees, CompilationUnitTree file) {
        this.trees = trees;
        this.file = file;
    }

    static List<SourceFile> read(Path module, List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<SourceFile> read = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree file : task.parse()) {
                read.add(new SourceReader(trees, file).read(module));
            }
        }
        return read;
    }

    private SourceFile read(Path module) throws IOException {
        scan(file, null);
        Path path = Path.of(file.getSourceFile().toUri());
        int lines = (int) Files.readString(path).lines().count();
        return new SourceFile(module.relativize(path).toString(), lines, types, methods, deepest);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        TreePath path = getCurrentPath();
        if (path.getParentPath().getLeaf() instanceof CompilationUnitTree) {
            types.add(new TopType(type.getSimpleName().toString(), trees.getDocComment(path) != null));
        }
        return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        methods.add(new Method(
                methodName(method),
                lineAt(end(method)) - lineAt(start(method)) + 1,
                method.getParameters().size(),
                kind(method)));
        return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
        scan(call.getMethodSelect(), null);
        boolean flatMap = call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("flatMap");
        flatMaps += flatMap ? 1 : 0;
        deepest = Math.max(deepest, flatMaps);
        scan(call.getArguments(), null);
        flatMaps -= flatMap ? 1 : 0;
        return null;
    }

    private String methodName(MethodTree method) {
        String type = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree holder
                ? holder.getSimpleName().toString()
                : "";
        return method.getReturnType() == null ? type : type + "." + method.getName();
    }

    private Kind kind(MethodTree method) {
        if (method.getReturnType() != null) {
            return Kind.METHOD;
        }
        Tree holder = getCurrentPath().getParentPath().getLeaf();
        return holder.getKind() == Tree.Kind.RECORD ? Kind.RECORD_CONSTRUCTOR : Kind.CONSTRUCTOR;
    }

    private long start(Tree tree) {
        return trees.getSourcePositions().getStartPosition(file, tree);
    }

    private long end(Tree tree) {
        return trees.getSourcePositions().getEndPosition(file, tree);
    }

    private int lineAt(long position) {
        return position < 0 ? 0 : (int) file.getLineMap().getLineNumber(position);
    }
}
