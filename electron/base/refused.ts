import type { AppError } from "../../shared/model/errors.ts";

/**
 * How a stream says no before its first item: an `AsyncIterable` has no other place for a typed
 * refusal. Everything that returns one value returns a `Result` instead.
 */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}
