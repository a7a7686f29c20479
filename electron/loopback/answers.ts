import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { cacheRule, type PageFiles } from "../bridge/page-files.ts";
import { contentSecurityPolicy, securityHeaders } from "../bridge/page-policy.ts";
import { checkedPicture, pictureQuestion } from "../bridge/pictures.ts";
import type { Engine } from "../engine/engine-api.ts";
import { readJson } from "./body.ts";
import { isAllowedToRead, isOwnHost, isOwnOrigin } from "./guard.ts";
import { startAgainPage } from "./plain-page.ts";
import type { Session } from "./session.ts";

/** What the answers are made from. */
export interface Sources {
  readonly engine: Engine;
  readonly page: PageFiles;
  readonly session: Session;
  readonly port: number;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

const sessionRequest = z.object({ token: z.string().max(200) });

/** Answers one request. Whatever is not named here is refused. */
export async function answer(request: IncomingMessage, response: ServerResponse, from: Sources) {
  const { status, headers, body } = await chooseAnswer(request, from);
  const host = isOwnHost(request.headers.host, from.port) ? request.headers.host : "127.0.0.1";
  response.writeHead(status, {
    "cache-control": "no-store",
    ...securityHeaders(contentSecurityPolicy(`ws://${host}`)),
    ...headers,
    // Whoever is refused may still be sending; his connection ends with the answer.
    ...(status >= 400 && { connection: "close" }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function chooseAnswer(request: IncomingMessage, from: Sources): Promise<Answer> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (request.method === "POST") {
    if (!isOwnOrigin(request.headers, from.port)) return { status: 403 };
    return request.url === "/session" ? exchange(request, from.session) : { status: 404 };
  }
  if (!isRead) return { status: 405, headers: { allow: "GET, HEAD, POST" } };
  if (!isAllowedToRead(request.headers, from.port)) return { status: 403 };
  const url = addressOf(request);
  if (url === undefined) return { status: 400 };
  return url.pathname.startsWith("/photo/")
    ? picture(url, request, from)
    : file(url, request, from);
}

async function exchange(request: IncomingMessage, session: Session): Promise<Answer> {
  if (request.headers["content-type"] !== "application/json") return { status: 415 };
  const body = await readJson(request);
  if (!body.ok) return { status: body.error };
  const asked = sessionRequest.safeParse(body.value);
  if (!asked.success) return { status: 400 };
  const cookie = session.exchange(asked.data.token);
  return cookie === null ? { status: 403 } : { status: 204, headers: { "set-cookie": cookie } };
}

function file(url: URL, request: IncomingMessage, { page, session }: Sources): Answer {
  const found = page.get(url.pathname);
  if (found === undefined) return { status: 404 };
  const isStranger = session.isTaken && !session.holds(request.headers.cookie);
  if (isStranger && found.type.startsWith("text/html")) {
    const body = startAgainPage(request.headers["accept-language"]);
    return { status: 403, headers: { "content-type": "text/html; charset=utf-8" }, body };
  }
  const headers = { "content-type": found.type, "cache-control": cacheRule(found) };
  return { status: 200, headers, body: found.bytes };
}

async function picture(
  url: URL,
  request: IncomingMessage,
  { engine, session }: Sources,
): Promise<Answer> {
  if (!session.holds(request.headers.cookie)) return { status: 403 };
  const asked = pictureQuestion(url);
  if (asked === undefined) return { status: 404 };
  // Whoever scrolled past has hung up.
  const gone = new AbortController();
  const hangUp = () => gone.abort();
  request.socket.once("close", hangUp);
  const drawing = engine.photos.preview(asked.id, asked.px, gone.signal);
  const made = checkedPicture(await drawing.finally(() => request.socket.off("close", hangUp)));
  if (made.ok) {
    return { status: 200, headers: { "content-type": made.value.type }, body: made.value.bytes };
  }
  const status = made.error.code === "photo-not-found" ? 404 : 422;
  const headers = { "content-type": "application/json" };
  return { status, headers, body: JSON.stringify({ code: made.error.code }) };
}

/** The request's address; undefined when it is none ("//", "/%"). Dots are resolved here, as in browsers. */
function addressOf(request: IncomingMessage): URL | undefined {
  const url = URL.parse(request.url ?? "", "http://127.0.0.1");
  return url?.host === "127.0.0.1" ? url : undefined;
}
