package io.snowpull.local.engine.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.snowpull.local.engine.execution.FileTransfer;
import io.snowpull.local.engine.execution.Query;
import io.snowpull.local.engine.execution.QueryOutcome;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.Context;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes how a query ended. */
final class OutcomeWriter {

  private final ResultChunks chunks;

  OutcomeWriter(ResultChunks chunks) {
    this.chunks = chunks;
  }

  Response response(Query query, QueryOutcome outcome, String origin) {
    if (outcome instanceof QueryOutcome.Failure failure) {
      return Response.failure(failure.error(), query.id());
    }
    return Response.success(
        null,
        null,
        json -> {
          json.writeStartObject();
          json.writeStringField("queryId", query.id());
          if (outcome instanceof QueryOutcome.Answer answer) {
            write(json, query, answer, origin);
          } else if (outcome instanceof QueryOutcome.Several several) {
            write(json, several);
            ParameterJson.write(json, query.session().parameters());
          } else if (outcome instanceof QueryOutcome.Transfer transfer) {
            write(json, transfer.transfer());
          }
          json.writeEndObject();
        });
  }

  private void write(JsonGenerator json, Query query, QueryOutcome.Answer answer, String origin)
      throws IOException {
    Result result = answer.result();
    ParameterJson.write(json, query.session().parameters());
    RowType.write(json, result.columns());
    ResultFormat format = ResultFormat.of(query.session(), result);
    ResultChunks.writeInline(json, result, format);
    json.writeNumberField("total", result.rowCount());
    json.writeNumberField("returned", result.rowCount());
    writeChunks(json, query, result, format, origin);
    json.writeNumberField("statementTypeId", result.type().id());
    json.writeNumberField("version", 1);
    json.writeStringField("queryResultFormat", format.wireName());
    json.writeNumberField("numberOfBinds", answer.binds());
    json.writeBooleanField(
        "arrayBindSupported", answer.binds() > 0 && result.type() == StatementType.INSERT);
    json.writeArrayFieldStart("metaDataOfBinds");
    for (int i = 0; i < answer.binds(); i++) {
      json.writeStartObject();
      json.writeStringField("type", "text");
      json.writeBooleanField("nullable", true);
      json.writeNumberField("length", 16_777_216);
      json.writeNumberField("byteLength", 16_777_216);
      json.writeNumberField("precision", 0);
      json.writeNumberField("scale", 0);
      json.writeEndObject();
    }
    json.writeEndArray();
    Context context = query.session().context();
    json.writeStringField("finalDatabaseName", context.database());
    json.writeStringField("finalSchemaName", context.schema());
    json.writeStringField("finalWarehouseName", context.warehouse());
    json.writeStringField("finalRoleName", context.principal().displayName());
  }

  private void writeChunks(
      JsonGenerator json, Query query, Result result, ResultFormat format, String origin)
      throws IOException {
    List<ResultChunks.Chunk> all = chunks.of(query.id(), result, format);
    if (all.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("chunks");
    for (int i = 0; i < all.size(); i++) {
      json.writeStartObject();
      json.writeStringField(
          "url",
          String.join(
              "/", origin, "result-chunks", query.id(), format.wireName(), Integer.toString(i)));
      json.writeNumberField("rowCount", all.get(i).rows());
      json.writeNumberField("uncompressedSize", all.get(i).uncompressedSize());
      json.writeNumberField("compressedSize", all.get(i).body().length);
      json.writeEndObject();
    }
    json.writeEndArray();
    // Any header keeps the drivers from asking for a key of encrypted chunks.
    json.writeObjectFieldStart("chunkHeaders");
    json.writeStringField("X-Local-Account", "chunk");
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, QueryOutcome.Several several) throws IOException {
    List<Query> statements = several.statements();
    json.writeStringField(
        "resultIds", statements.stream().map(Query::id).collect(Collectors.joining(",")));
    json.writeStringField(
        "resultTypes",
        statements.stream()
            .map(query -> Integer.toString(type(query).id()))
            .collect(Collectors.joining(",")));
    json.writeArrayFieldStart("rowtype");
    json.writeEndArray();
    json.writeArrayFieldStart("rowset");
    json.writeEndArray();
    json.writeNumberField("total", 0);
    json.writeNumberField("returned", 0);
    json.writeNumberField("statementTypeId", StatementType.MULTI.id());
    json.writeStringField("queryResultFormat", "json");
  }

  private static StatementType type(Query query) {
    return query.outcome().orElse(null) instanceof QueryOutcome.Answer answer
        ? answer.result().type()
        : StatementType.DDL;
  }

  private static void write(JsonGenerator json, FileTransfer transfer) throws IOException {
    json.writeStringField("command", transfer.upload() ? "UPLOAD" : "DOWNLOAD");
    json.writeArrayFieldStart("src_locations");
    for (String source : transfer.sources()) {
      json.writeString(source);
    }
    json.writeEndArray();
    json.writeNumberField("parallel", transfer.parallel());
    json.writeNumberField("threshold", 209_715_200);
    json.writeBooleanField("autoCompress", transfer.autoCompress());
    json.writeBooleanField("overwrite", transfer.overwrite());
    json.writeStringField("sourceCompression", transfer.sourceCompression());
    json.writeBooleanField("clientShowEncryptionParameter", true);
    json.writeStringField("operation", "Node");
    if (transfer.upload()) {
      json.writeNullField("encryptionMaterial");
    } else {
      json.writeStringField("localLocation", transfer.localLocation());
      json.writeArrayFieldStart("encryptionMaterial");
      json.writeEndArray();
    }
    json.writeObjectFieldStart("stageInfo");
    json.writeStringField("locationType", "LOCAL_FS");
    json.writeStringField("location", transfer.stageDirectory());
    json.writeStringField("path", "");
    json.writeStringField("region", "local");
    json.writeNullField("storageAccount");
    json.writeBooleanField("isClientSideEncrypted", false);
    json.writeObjectFieldStart("creds");
    json.writeEndObject();
    json.writeNullField("presignedUrl");
    json.writeNullField("endPoint");
    json.writeEndObject();
    json.writeNumberField(
        "statementTypeId", transfer.upload() ? StatementType.PUT.id() : StatementType.GET.id());
  }
}
