package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.ast.Relation;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.ast.StageStatement.CopyIntoTable;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.catalog.ColumnDefinition;
import io.snowpull.local.engine.duckdb.RelationSource;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The INSERT that a COPY INTO table stands for, for some of its files and some of their rows. */
final class TableLoad {

  private final CopyIntoTable copy;
  private final List<ColumnDefinition> targets;
  private final FileFormat format;
  private final Relation.StagedFiles source;

  /**
   * @param columns those of the table
   */
  TableLoad(CopyIntoTable copy, List<ColumnDefinition> columns, FileFormat format) {
    this.copy = copy;
    this.format = format;
    this.targets = copy.columns().isEmpty() ? columns : named(copy.columns(), columns);
    this.source = source(copy);
  }

  /** The stage that a COPY reads. */
  static Relation.StagedFiles source(CopyIntoTable copy) {
    if (copy.location() != null) {
      return new Relation.StagedFiles(copy.location(), Options.NONE, null);
    }
    if (copy.query() != null
        && copy.query().body() instanceof Query.Select select
        && select.from().size() == 1
        && select.from().get(0) instanceof Relation.StagedFiles staged) {
      return staged;
    }
    throw SnowflakeException.unsupported(
        "COPY INTO a table from a query that reads other than one stage");
  }

  /** Refuses files that the table has no room for, as Snowflake does before it loads a row. */
  void check(StagedRows.Summary file) {
    if (copy.query() != null || !format.type().equals("CSV") || matching() != null) {
      return;
    }
    int fields = file.leastFields() == targets.size() ? file.mostFields() : file.leastFields();
    if (file.rows() > 0
        && fields != targets.size()
        && format.flagUnlessFalse("ERROR_ON_COLUMN_COUNT_MISMATCH")) {
      throw new SnowflakeException(
          "100080",
          "22000",
          "Number of columns in file ("
              + fields
              + ") does not match that of the corresponding table ("
              + targets.size()
              + "), use file format option error_on_column_count_mismatch=false to ignore this"
              + " error. File '"
              + file.path()
              + "'");
    }
  }

  /** All rows of these files. */
  DmlStatement.Insert insert(List<String> files, StagedRows content) {
    return insert(files, content, null);
  }

  /** The rows of one file from the first to the last, both counted from 1 and both inside. */
  DmlStatement.Insert insert(String file, StagedRows content, int first, int last) {
    Expression row =
        new Expression.ColumnRef(
            List.of(new Identifier(RelationSource.METADATA + "FILE_ROW_NUMBER")),
            new io.snowpull.local.engine.ast.Position(1, 0));
    return insert(
        List.of(file), content, new Expression.Between(row, number(first), number(last), false));
  }

  private DmlStatement.Insert insert(
      List<String> files, StagedRows content, @Nullable Expression rows) {
    Relation relation = restricted(files);
    List<Identifier> into = new ArrayList<>();
    List<Query.SelectItem> items = new ArrayList<>();
    if (copy.query() != null && copy.query().body() instanceof Query.Select select) {
      into.addAll(copy.columns());
      items.addAll(select.items());
    } else {
      values(content, into, items);
    }
    Query.Select select =
        new Query.Select(
            false, null, items, List.of(), List.of(relation), rows, null, null, null, null);
    Query query = new Query(false, List.of(), select, List.of(), null, null);
    return new DmlStatement.Insert(false, copy.table(), into, query, copy.text());
  }

  private void values(StagedRows content, List<Identifier> into, List<Query.SelectItem> items) {
    BiPredicate<String, String> matching = matching();
    if (matching != null) {
      matched(content.keys(), matching, into, items);
      return;
    }
    if (!format.type().equals("CSV") && targets.size() != 1) {
      throw SnowflakeException.compilationError(
          format.type()
              + " file format can produce one and only one column of type variant, object, or array."
              + " Load data into separate columns using the MATCH_BY_COLUMN_NAME copy option or copy"
              + " with transformation.");
    }
    int fields =
        content.summaries().stream().mapToInt(StagedRows.Summary::mostFields).max().orElse(1);
    for (int i = 0; i < targets.size(); i++) {
      into.add(new Identifier(targets.get(i).name()));
      items.add(item(i < fields ? positional(i + 1) : new Expression.NullLiteral()));
    }
  }

  /** A column takes the field of its name; where several differ in case only, the first that is. */
  private void matched(
      Set<String> keys,
      BiPredicate<String, String> matching,
      List<Identifier> into,
      List<Query.SelectItem> items) {
    for (ColumnDefinition target : targets) {
      List<String> found = keys.stream().filter(key -> matching.test(key, target.name())).toList();
      if (!found.isEmpty()) {
        into.add(new Identifier(target.name()));
        items.add(item(cast(field(found.get(0)), target.type())));
      }
    }
    if (into.isEmpty()) {
      throw SnowflakeException.compilationError(
          "No field of the files bears the name of a column; they have " + String.join(", ", keys));
    }
  }

  private @Nullable BiPredicate<String, String> matching() {
    String match =
        copy.options().text("MATCH_BY_COLUMN_NAME").orElse("NONE").toUpperCase(Locale.ROOT);
    return switch (match) {
      case "NONE" -> null;
      case "CASE_SENSITIVE" -> checked(String::equals);
      case "CASE_INSENSITIVE" -> checked(String::equalsIgnoreCase);
      default ->
          throw SnowflakeException.compilationError(
              "invalid value [" + match + "] for parameter 'MATCH_BY_COLUMN_NAME'");
    };
  }

  private BiPredicate<String, String> checked(BiPredicate<String, String> names) {
    if (format.type().equals("CSV")) {
      throw SnowflakeException.unsupported("MATCH_BY_COLUMN_NAME for CSV files");
    }
    return names;
  }

  /** The same stage with just these files of it, by their whole paths. */
  private Relation restricted(List<String> files) {
    StageLocation given = source.location();
    List<Options.Option> options = new ArrayList<>();
    for (Options from : List.of(source.options(), copy.options())) {
      from.find("FILE_FORMAT").ifPresent(v -> options.add(new Options.Option("FILE_FORMAT", v)));
    }
    List<Options.Value> names = new ArrayList<>();
    files.forEach(file -> names.add(new Options.Value.Text(file)));
    options.add(new Options.Option("FILES", new Options.Value.Items(names)));
    return new Relation.StagedFiles(
        new StageLocation(given.kind(), given.name(), ""), new Options(options), source.alias());
  }

  private static List<ColumnDefinition> named(
      List<Identifier> wanted, List<ColumnDefinition> columns) {
    return wanted.stream()
        .map(
            name ->
                columns.stream()
                    .filter(column -> column.name().equals(name.name()))
                    .findFirst()
                    .orElseThrow(() -> SnowflakeException.invalidIdentifier(name.toString())))
        .toList();
  }

  private static Expression cast(Expression value, SnowflakeType type) {
    return type instanceof SnowflakeType.SemiStructured
        ? value
        : new Expression.Cast(value, new TypeName(type.name(), parameters(type), List.of()), false);
  }

  private static List<Integer> parameters(SnowflakeType type) {
    if (type instanceof SnowflakeType.Number number) {
      return List.of(number.precision(), number.scale());
    }
    return type instanceof SnowflakeType.Text text ? List.of(text.length()) : List.of();
  }

  private static Expression field(String key) {
    return new Expression.Path(positional(1), List.of(new Expression.PathStep.Key(key)));
  }

  private static Expression positional(int index) {
    return new Expression.PositionalColumn(null, index);
  }

  private static Expression number(int value) {
    return new Expression.NumberLiteral(BigDecimal.valueOf(value).toPlainString());
  }

  private static Query.SelectItem item(Expression expression) {
    return new Query.SelectItem(expression, null, "$1");
  }
}
