package io.snowpull.github.client;

import io.snowpull.runtime.failure.Category;
import io.snowpull.runtime.failure.ErrorCode;

/** What GitHub, or the way to it, can answer instead of issues. */
public enum GitHubError implements ErrorCode {
  TOKEN_INVALID(Category.USER),
  TOKEN_REJECTED(Category.USER),
  REPOSITORY_NAME_INVALID(Category.USER),
  PERMISSION_MISSING(Category.USER),
  NOT_FOUND(Category.USER),
  ISSUES_DISABLED(Category.USER),
  BLOCKED_FOR_LEGAL_REASONS(Category.SOURCE),
  RATE_LIMIT_EXHAUSTED(Category.SOURCE),
  SECONDARY_LIMIT_HIT(Category.SOURCE),
  REQUEST_REFUSED(Category.SOURCE),
  SERVER_FAILED(Category.SOURCE),
  UNREACHABLE(Category.SOURCE),
  RESPONSE_INVALID(Category.SOURCE),
  REDIRECT_REFUSED(Category.SOURCE),
  IDENTITY_CHANGED(Category.SOURCE);

  private final Category category;

  GitHubError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }

  @Override
  public boolean concernsAll() {
    return this == TOKEN_INVALID || this == TOKEN_REJECTED || this == REDIRECT_REFUSED;
  }
}
