package io.snowpull.runtime.sql;

import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.Session;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements and files over the Snowpark session that Snowflake hands to a procedure. */
public final class SnowparkSql implements Sql, StageUpload {
  private final Session session;

  public SnowparkSql(Session session) {
    this.session = session;
  }

  @Override
  public List<SqlRow> run(String statement, @Nullable Object... binds) {
    Row[] rows;
    try {
      rows = session.sql(statement, binds).collect();
    } catch (Exception e) {
      // Snowpark is written in Scala and throws checked exceptions that it does not declare.
      throw SqlException.of(e);
    }
    List<SqlRow> result = new ArrayList<>(rows.length);
    for (Row row : rows) {
      result.add(new SqlRow(row.toList()));
    }
    return result;
  }

  @Override
  public void upload(String location, InputStream content) {
    try {
      session.file().uploadStream(location, content, false);
    } catch (Exception e) {
      throw SqlException.of(e);
    }
  }
}
