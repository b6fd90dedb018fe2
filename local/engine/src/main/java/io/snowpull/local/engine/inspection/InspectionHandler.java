package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.ast.InspectionStatement;
import io.snowpull.local.engine.ast.InspectionStatement.Show;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SHOW and DESCRIBE. */
public final class InspectionHandler implements StatementHandler<InspectionStatement> {

  private static final List<String> TERSE =
      List.of("created_on", "name", "kind", "database_name", "schema_name");

  private final Map<String, ShowSource> sources = new HashMap<>();
  private final Descriptions descriptions = new Descriptions();
  private final GrantListings grants = new GrantListings();

  /** Knows the account's own kinds, and whatever the other sources list; by upper-case words. */
  public InspectionHandler(Map<String, ShowSource> others) {
    sources.putAll(SchemaListings.all());
    sources.putAll(TableListings.all());
    sources.putAll(AccountListings.all());
    sources.putAll(others);
  }

  @Override
  public Result execute(InspectionStatement statement, Execution execution) {
    if (statement instanceof Show show) {
      return show(show, execution);
    } else if (statement instanceof InspectionStatement.ShowGrants show) {
      return grants.list(show, execution).result(StatementType.SHOW);
    } else if (statement instanceof InspectionStatement.Describe describe) {
      return descriptions.describe(describe, execution).result(StatementType.DESCRIBE);
    } else if (statement instanceof InspectionStatement.DescribeResult describe) {
      return describeResult(describe, execution);
    }
    throw SnowflakeException.unsupported("EXPLAIN");
  }

  private Result show(Show show, Execution execution) {
    ShowSource source = sources.get(show.what());
    if (source == null) {
      throw SnowflakeException.unsupported("SHOW " + show.what());
    }
    boolean inSession = show.what().equals("PARAMETERS") || show.what().equals("VARIABLES");
    Scope scope = inSession ? new Scope(null) : Scope.of(show, execution);
    Listing listing = source.list(show, scope, execution);
    List<List<@Nullable Object>> rows = filtered(listing, show);
    if (!show.terse()) {
      return Result.of(StatementType.SHOW, listing.columns(), rows);
    }
    return terse(listing, rows);
  }

  private static List<List<@Nullable Object>> filtered(Listing listing, Show show) {
    int name = Math.max(listing.index("name"), listing.index("key"));
    if (name < 0) {
      name = listing.index("column_name");
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : listing.rows()) {
      String value = name < 0 ? "" : String.valueOf(row.get(name));
      boolean wanted =
          (show.like() == null || LikePattern.matches(show.like(), value))
              && (show.startsWith() == null || value.startsWith(show.startsWith()))
              && (show.from() == null || value.compareTo(show.from()) > 0);
      if (wanted && (show.limit() == null || rows.size() < show.limit())) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static Result terse(Listing listing, List<List<@Nullable Object>> rows) {
    List<Integer> kept = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (String column : TERSE) {
      int index = listing.index(column);
      if (index >= 0) {
        kept.add(index);
        columns.add(listing.columns().get(index));
      }
    }
    List<List<@Nullable Object>> cut = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      kept.forEach(index -> cells.add(row.get(index)));
      cut.add(cells);
    }
    return Result.of(StatementType.SHOW, columns, cut);
  }

  private static Result describeResult(
      InspectionStatement.DescribeResult describe, Execution execution) {
    String id = String.valueOf(execution.evaluate(describe.queryId()).content());
    Result result =
        execution.services().sql().context(execution).result(id.toLowerCase(Locale.ROOT));
    Listing listing = Listing.of("name type kind null? default primary~key unique~key");
    for (Column column : result.columns()) {
      listing.add(
          column.name(),
          column.type().sql(),
          "COLUMN",
          column.nullable() ? "Y" : "N",
          null,
          "N",
          "N");
    }
    return listing.result(StatementType.DESCRIBE);
  }
}
