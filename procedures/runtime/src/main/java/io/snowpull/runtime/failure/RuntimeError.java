package io.snowpull.runtime.failure;

/** The errors that do not depend on the source. */
public enum RuntimeError implements ErrorCode {
  CONFIGURATION_INVALID(Category.USER),
  CONFIGURATION_KEY_MISSING(Category.USER),
  API_BASE_URL_INVALID(Category.USER),
  NOT_PROVISIONED(Category.USER),
  CONNECTION_NOT_BOUND(Category.USER),
  DATABASE_NOT_OWNED(Category.USER),
  PRIVILEGE_MISSING(Category.USER),
  TASK_REFUSED(Category.USER),
  RENEWAL_FAILED(Category.SNOWFLAKE),
  RESOURCE_ID_INVALID(Category.USER),
  OPTION_INVALID(Category.USER),
  RESOURCE_REPLACED(Category.USER),
  RESOURCE_NOT_ENABLED(Category.USER),
  RESOURCE_DISABLED(Category.USER),
  RESOURCES_INVALID(Category.USER),
  REQUEST_INVALID(Category.USER),
  SCHEDULE_INVALID(Category.USER),
  CONNECTOR_PAUSED(Category.USER),
  RUN_LEFT(Category.SNOWFLAKE),
  SECRET_UNREADABLE(Category.USER),
  SECRET_INVALID(Category.USER),
  STATEMENT_FAILED(Category.SNOWFLAKE),
  RUN_FENCED(Category.INTERNAL),
  SOURCE_REFUSED(Category.SOURCE),
  SOURCE_BUSY(Category.SOURCE),
  SOURCE_FAILED(Category.SOURCE),
  SOURCE_UNREACHABLE(Category.SOURCE),
  SOURCE_ANSWER_INVALID(Category.SOURCE),
  SOURCE_UNSTABLE(Category.INTERNAL),
  STORED_VALUE_INVALID(Category.INTERNAL),
  UNEXPECTED(Category.INTERNAL);

  private final Category category;

  RuntimeError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
