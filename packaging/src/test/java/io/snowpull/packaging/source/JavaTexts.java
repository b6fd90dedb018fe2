package io.snowpull.packaging.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The texts in Java sources, with those that are added together put together. */
final class JavaTexts {

  /**
   * @param line in the file, from 1
   */
  record Text(Path file, long line, String value) {}

  private JavaTexts() {}

  static List<Text> of(Collection<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Text> found = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(unit, trees, found).scan(unit, null);
      }
    }
    return found;
  }

  private static final class Scanner extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<Text> found;

    Scanner(CompilationUnitTree unit, Trees trees, List<Text> found) {
      this.unit = unit;
      this.trees = trees;
      this.found = found;
    }

    @Override
    public Void visitBinary(BinaryTree sum, Void nothing) {
      if (sum.getKind() != Tree.Kind.PLUS) {
        return super.visitBinary(sum, nothing);
      }
      StringBuilder text = new StringBuilder();
      append(sum, text);
      add(sum, text.toString());
      return null;
    }

    /** What is not a literal stands as a gap. */
    private void append(Tree part, StringBuilder text) {
      if (part instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
        append(sum.getLeftOperand(), text);
        append(sum.getRightOperand(), text);
      } else if (part instanceof LiteralTree literal) {
        text.append(literal.getValue());
      } else {
        text.append("{}");
        scan(part, null);
      }
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
      if (literal.getValue() instanceof String text) {
        add(literal, text);
      }
      return null;
    }

    private void add(Tree tree, String text) {
      long start = trees.getSourcePositions().getStartPosition(unit, tree);
      found.add(
          new Text(
              Path.of(unit.getSourceFile().toUri()), unit.getLineMap().getLineNumber(start), text));
    }
  }
}
