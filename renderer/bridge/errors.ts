import { ORPCError } from "@orpc/client";
import { type AppError, appError, failure } from "../../shared/model/errors.ts";

/** The engine's refusal inside a thrown error, or null when the error is something else. */
export function refusal(error: unknown): AppError | null {
  if (!(error instanceof ORPCError) || error.code !== "REFUSED") return null;
  const parsed = appError.safeParse(error.data);
  return parsed.success ? parsed.data : null;
}

/** What to tell a person about any error: the engine's own code, or "unexpected". */
export const asAppError = (error: unknown): AppError => refusal(error) ?? failure("unexpected");
