import type { IncomingMessage } from "node:http";
import { err, ok, type Result } from "../../shared/result.ts";

/** Bytes a request or a socket message may have. The page sends short questions, never files. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** The request's body as JSON; an HTTP status when it is too large (413) or no JSON (400). */
export async function readJson(request: IncomingMessage): Promise<Result<unknown, 400 | 413>> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return err(413);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) return err(400);
    size += part.length;
    if (size > MAX_BODY_BYTES) return err(413);
    parts.push(part);
  }
  try {
    return ok(JSON.parse(Buffer.concat(parts).toString("utf8")));
  } catch {
    return err(400);
  }
}
