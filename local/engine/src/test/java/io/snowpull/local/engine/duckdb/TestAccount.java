package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.QueryStatement;
import io.snowpull.local.engine.ast.SchemaStatement;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.ast.TableStatement;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.duckdb.translate.PhysicalTypes;
import io.snowpull.local.engine.parser.SnowflakeParser;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.types.SnowflakeType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The least account that can run queries: one schema, its tables and views, a fixed clock. */
final class TestAccount implements SqlContext, AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-24T22:53:52.123456Z");

  private final Database database;
  private final DatabaseConnection connection;
  private final Map<String, RelationSource> relations;
  private final Map<String, PhysicalName> sequences;
  private final Map<String, Result> results = new LinkedHashMap<>();
  private final List<SqlValue> binds = new ArrayList<>();
  private ZoneId zone = ZoneId.of("UTC");

  TestAccount(Database database) {
    this.database = database;
    this.connection = database.connect();
    this.relations = new HashMap<>();
    this.sequences = new HashMap<>();
    connection.tables().createSchema(PhysicalName.schemaName("DB", "PUBLIC"));
  }

  private TestAccount(TestAccount other, boolean shared) {
    this.database = other.database;
    this.connection = shared ? other.connection : database.connect();
    this.relations = other.relations;
    this.sequences = other.sequences;
  }

  /** A second session on the same tables. */
  TestAccount another() {
    return new TestAccount(this, false);
  }

  /** The same session with bound values of its own. */
  SqlContext withBinds(SqlValue... values) {
    return new TestAccount(this, true).bind(values);
  }

  static TestAccount inMemory() {
    return new TestAccount(Database.inMemory());
  }

  DatabaseConnection connection() {
    return connection;
  }

  TestAccount bind(SqlValue... values) {
    binds.clear();
    binds.addAll(List.of(values));
    return this;
  }

  TestAccount in(String zoneId) {
    zone = ZoneId.of(zoneId);
    return this;
  }

  Result run(String sql) {
    Result result = run(SnowflakeParser.parseStatement(sql));
    results.put("q" + (results.size() + 1), result);
    return result;
  }

  private Result run(Statement statement) {
    if (statement instanceof QueryStatement query) {
      return connection.query(query.query(), this);
    } else if (statement instanceof DmlStatement dml) {
      return connection.execute(dml, this);
    } else if (statement instanceof TableStatement.CreateTable table) {
      return create(table);
    } else if (statement instanceof TableStatement.CreateView view) {
      List<Column> columns = connection.describe(view.query(), this).columns();
      relations.put(
          name(view.name()).last().name(), new RelationSource.View(columns, view.query(), this));
      return Result.status(StatementType.DDL, "View created.");
    } else if (statement instanceof SchemaStatement.CreateSequence sequence) {
      PhysicalName name = PhysicalName.of("DB", "PUBLIC", name(sequence.name()).last().name());
      connection.tables().createSequence(name, sequence.start(), sequence.increment());
      sequences.put(name(sequence.name()).last().name(), name);
      return Result.status(StatementType.DDL, "Sequence created.");
    }
    throw new IllegalArgumentException("not in this fixture: " + statement);
  }

  private Result create(TableStatement.CreateTable table) {
    String simple = name(table.name()).last().name();
    PhysicalName name = PhysicalName.of("DB", "PUBLIC", simple);
    List<TableColumn> columns = new ArrayList<>();
    if (table.source() instanceof TableStatement.TableSource.AsQuery source) {
      List<Column> described = connection.describe(source.query(), this).columns();
      connection.tables().createTableAs(name, described, source.query(), this);
      described.forEach(column -> columns.add(TableColumn.of(column)));
    } else {
      for (TableStatement.ColumnDefinition definition : table.columns()) {
        TypeName written = definition.type();
        SnowflakeType type = written == null ? SnowflakeType.INTEGER : PhysicalTypes.named(written);
        PhysicalName sequence = null;
        TableStatement.AutoIncrement increment = definition.autoIncrement();
        if (increment != null) {
          sequence = name.autoIncrement(definition.name().name());
          connection.tables().createSequence(sequence, increment.start(), increment.step());
        }
        columns.add(
            new TableColumn(
                new Column(definition.name().name(), type, !definition.notNull()),
                definition.defaultValue(),
                sequence));
      }
      connection.tables().createTable(name, columns.stream().map(TableColumn::column).toList());
    }
    relations.put(simple, new RelationSource.StoredTable(name, columns));
    return Result.status(StatementType.DDL, "Table " + simple + " successfully created.");
  }

  @Override
  public ObjectName.Plain name(ObjectName name) {
    if (name instanceof ObjectName.Plain plain) {
      return plain;
    }
    ObjectName.Dynamic dynamic = (ObjectName.Dynamic) name;
    Object text = connection.evaluate(dynamic.expression(), this).value();
    return (ObjectName.Plain) SnowflakeParser.parseObjectName(String.valueOf(text));
  }

  @Override
  public RelationSource relation(ObjectName.Plain name) {
    RelationSource source = relations.get(name.last().name());
    if (source == null) {
      throw SnowflakeException.objectDoesNotExist(name.toString());
    }
    return source;
  }

  @Override
  public PhysicalName sequence(ObjectName.Plain name) {
    PhysicalName sequence = sequences.get(name.last().name());
    if (sequence == null) {
      throw SnowflakeException.doesNotExist("Sequence", name.toString());
    }
    return sequence;
  }

  @Override
  public Optional<RelationSource> tableFunction(
      ObjectName.Plain name, List<SqlValue> arguments, Map<String, SqlValue> namedArguments) {
    return name.last().name().equals("TWO_ROWS")
        ? Optional.of(
            new RelationSource.Computed(
                List.of(Column.text("A"), Column.of("B", SnowflakeType.VARIANT)),
                Rows.of(List.of(Rows.row("x", "{\"k\":1}"), Rows.row(null, null)))))
        : Optional.empty();
  }

  @Override
  public RelationSource.Computed stagedFiles(StageLocation location, Options options) {
    throw SnowflakeException.objectDoesNotExist("a stage");
  }

  @Override
  public Optional<SqlValue> sessionFunction(String name, List<SqlValue> arguments) {
    return switch (name) {
      case "CURRENT_USER" -> Optional.of(SqlValue.text("TESTER"));
      case "CURRENT_WAREHOUSE" -> Optional.of(SqlValue.text(null));
      case "LAST_QUERY_ID" -> Optional.of(SqlValue.text("q" + results.size()));
      default -> Optional.empty();
    };
  }

  @Override
  public SqlValue bind(int index) {
    return binds.get(index - 1);
  }

  @Override
  public SqlValue variable(Identifier name) {
    throw SnowflakeException.invalidIdentifier(":" + name);
  }

  @Override
  public SqlValue sessionVariable(Identifier name) {
    if (name.name().equals("LIMIT_V")) {
      return new SqlValue(new SnowflakeType.Number(1, 0), java.math.BigDecimal.valueOf(2));
    }
    throw SnowflakeException.invalidIdentifier("$" + name);
  }

  @Override
  public Result result(String queryId) {
    Result result = results.get(queryId);
    if (result == null) {
      throw SnowflakeException.doesNotExist("Statement", queryId);
    }
    return result;
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public SqlValue constant(Expression expression) {
    return connection.evaluate(expression, this);
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public Duration lockTimeout() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void close() {
    connection.close();
    database.close();
  }

  /** A cell as the cases spell it. */
  static String shown(@Nullable Object cell) {
    if (cell == null) {
      return "NULL";
    }
    if (cell instanceof byte[] bytes) {
      return java.util.HexFormat.of().withUpperCase().formatHex(bytes);
    }
    return cell.toString();
  }
}
