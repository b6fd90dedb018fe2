package io.snowpull.github.client;

import io.snowpull.runtime.failure.Category;
import io.snowpull.runtime.failure.ErrorCode;

/** What GitHub, or the way to it, can answer instead of issues. */
public enum GitHubError implements ErrorCode {
  API_BASE_URL_INVALID(Category.USER),
  TOKEN_INVALID(Category.USER),
  TOKEN_REJECTED(Category.USER),
  REPOSITORY_NAME_INVALID(Category.USER),
  PERMISSION_MISSING(Category.USER),
  NOT_FOUND(Category.USER),
  ISSUES_DISABLED(Category.USER),
  BLOCKED_FOR_LEGAL_REASONS(Category.GITHUB),
  RATE_LIMIT_EXHAUSTED(Category.GITHUB),
  SECONDARY_LIMIT_HIT(Category.GITHUB),
  REQUEST_REFUSED(Category.GITHUB),
  SERVER_FAILED(Category.GITHUB),
  UNREACHABLE(Category.GITHUB),
  RESPONSE_INVALID(Category.GITHUB),
  REDIRECT_REFUSED(Category.GITHUB),
  IDENTITY_CHANGED(Category.GITHUB);

  private final Category category;

  GitHubError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
