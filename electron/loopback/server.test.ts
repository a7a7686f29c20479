import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";
import type { ContractRouterClient } from "@orpc/contract";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import type { Contract } from "../../shared/contract/index.ts";
import { photoId } from "../../shared/model/ids.ts";
import { readPage } from "../bridge/page-files.ts";
import { type FakeEngine, fakeEngine, PICTURE, progressOf } from "../bridge/testing/fake-engine.ts";
import { type Loopback, startLoopback } from "./server.ts";

const PAGE = "<!doctype html><title>Safelight</title>";
let folder: string;
let engine: FakeEngine;
let server: Loopback;
let bugs: unknown[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "safelight-page-"));
  mkdirSync(join(folder, "page", "assets"), { recursive: true });
  writeFileSync(join(folder, "page", "index.html"), PAGE);
  writeFileSync(join(folder, "page", "assets", "index-Ab12Cd34.js"), "1;");
  writeFileSync(join(folder, "page", "notes.secret"), "not of the page");
  writeFileSync(join(folder, "outside.html"), "outside");
  engine = fakeEngine();
  bugs = [];
  const page = readPage(join(folder, "page"));
  server = await startLoopback(engine, { page, reportBug: (error) => bugs.push(error) });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** A raw request, since `fetch` would set and mend the very headers under test. */
function ask(path: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port: server.port, path, method, headers };
    const asking = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

const origin = () => `http://127.0.0.1:${server.port}`;
const token = () => new URL(server.address).hash.replace("#token=", "");
const exchange = (change: Ask = {}) =>
  ask("/session", {
    method: "POST",
    body: JSON.stringify({ token: token() }),
    ...change,
    headers: { origin: origin(), "content-type": "application/json", ...change.headers },
  });
async function enter(): Promise<string> {
  const [cookie] = (await exchange()).headers["set-cookie"] ?? [];
  return cookie?.split(";")[0] ?? "";
}

it("opens at an address of this machine whose fragment holds a 32-byte token", () => {
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
});

it("serves the page under the strict policy", async () => {
  const { status, headers, body } = await ask("/");
  expect([status, body.toString()]).toEqual([200, PAGE]);
  expect(headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy":
      "default-src 'none'; script-src 'self'; " +
      "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; " +
      "img-src 'self' blob: data:; " +
      `connect-src 'self' ws://127.0.0.1:${server.port}; ` +
      "require-trusted-types-for 'script'; trusted-types 'none'; " +
      "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  });
});

it("lets the browser keep only files whose name holds their hash", async () => {
  const { headers } = await ask("/assets/index-Ab12Cd34.js");
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});

it.each([
  "/../outside.html",
  "/assets/../../outside.html",
  "/%2e%2e/outside.html",
  "/..%2foutside.html",
  "/..\\outside.html",
  "//outside.html",
  "/notes.secret",
  "/assets/",
  "/index.html%00",
  "http://photos.example/",
  "/%",
])("serves nothing but the page's own files: %s", async (path) => {
  const { status, body } = await ask(path);
  expect([400, 404]).toContain(status);
  expect(body.toString()).toBe("");
});

it("exchanges the token once for a cookie that no script and no other site can use", async () => {
  const { status, headers } = await exchange();
  expect(status).toBe(204);
  expect(headers["set-cookie"]?.[0]).toMatch(
    new RegExp(`^safelight-${server.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
  );
  expect((await exchange()).status).toBe(403);
});

it("says how to go on when the address is opened again without the cookie", async () => {
  const cookie = await enter();
  const stranger = await ask("/", { headers: { "accept-language": "en-GB" } });
  expect(stranger.status).toBe(403);
  expect(stranger.body.toString()).toContain("Start Safelight again");
  const chinese = await ask("/", { headers: { "accept-language": "zh-CN,zh" } });
  expect(chinese.body.toString()).toContain("请重新启动 Safelight");
  expect((await ask("/", { headers: { cookie } })).body.toString()).toBe(PAGE);
});

it.each([
  ["a wrong token", { body: JSON.stringify({ token: "A".repeat(43) }) }, 403],
  ["another site", { headers: { origin: "http://photos.example" } }, 403],
  ["no origin", { headers: { origin: "" } }, 403],
  ["a form", { headers: { "content-type": "text/plain" } }, 415],
  ["no JSON", { body: "{" }, 400],
  ["no token", { body: "{}" }, 400],
])("gives no cookie for %s, and the token stays good", async (_, change: Ask, status) => {
  const refused = await exchange(change);
  expect([refused.status, refused.headers["set-cookie"]]).toEqual([status, undefined]);
  expect((await exchange()).status).toBe(204);
});

it.each([
  ["announced", (body: Buffer) => ({ "content-length": String(body.length) })],
  ["unannounced", () => ({ "transfer-encoding": "chunked" })],
])("refuses a body of more than 1 MB, %s", async (_, headers) => {
  const body = Buffer.alloc(1024 * 1024 + 1, 0x20);
  const refused = await exchange({ body, headers: headers(body) }).catch((error) => error.code);
  // The connection may end before all was sent; then there is no answer to read.
  expect([413, "ECONNRESET", "EPIPE"]).toContain(refused.status ?? refused);
  expect((await exchange()).status).toBe(204);
});

it("refuses a foreign host name on every way in", async () => {
  const cookie = await enter();
  const headers = { host: `photos.example:${server.port}`, cookie };
  for (const path of ["/", "/assets/index-Ab12Cd34.js", "/photo/7?px=320"]) {
    expect((await ask(path, { headers })).status).toBe(403);
  }
  expect((await exchange({ headers })).status).toBe(403);
});

it("refuses every method it does not need", async () => {
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]) {
    expect((await ask("/", { method })).status).toBe(405);
  }
});

it("sends a photo's picture to the page that was let in, and keeps no copy anywhere", async () => {
  const cookie = await enter();
  const { status, headers, body } = await ask("/photo/7?px=320&r=2", { headers: { cookie } });
  expect([status, headers["content-type"], headers["cache-control"]]).toEqual([
    200,
    "image/png",
    "no-store",
  ]);
  expect(new Uint8Array(body)).toEqual(PICTURE);
  expect(engine.asked).toEqual(["preview 7 320"]);
});

it("sends no picture without the cookie", async () => {
  await enter();
  const guessed = { cookie: `safelight-${server.port}=${"A".repeat(43)}` };
  expect((await ask("/photo/7?px=320")).status).toBe(403);
  expect((await ask("/photo/7?px=320", { headers: guessed })).status).toBe(403);
  expect(engine.asked).toEqual([]);
});

it.each([
  "/photo/8?px=320",
  "/photo/7?px=1e9",
  "/photo/7",
  "/photo/-1?px=320",
  "/photo/../7?px=32",
])("has no picture at %s", async (path) => {
  const cookie = await enter();
  expect((await ask(path, { headers: { cookie } })).status).toBe(404);
});

it("never sends a picture of a type that a browser would run", async () => {
  engine.photos.preview = async () => ({
    ok: true,
    value: { bytes: PICTURE, type: "image/svg+xml" },
  });
  const cookie = await enter();
  const { status, body } = await ask("/photo/7?px=320", { headers: { cookie } });
  expect([status, body.toString()]).toEqual([422, '{"code":"unexpected"}']);
});

it("answers the contract over the socket, bytes and streams included", async () => {
  const cookie = await enter();
  const headers = { cookie, origin: origin() };
  const socket = new globalThis.WebSocket(`ws://127.0.0.1:${server.port}/rpc`, { headers });
  const page: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ websocket: socket }));
  expect(await page.app.info()).toMatchObject({ shell: "loopback", folderDialog: "built-in" });
  const picture = await page.photo.preview({ photoId: photoId.parse(7), px: 320 });
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(PICTURE);
  const progress = await page.scan.progress();
  expect((await progress.next()).value).toEqual(progressOf());
  socket.close();
  await vi.waitFor(() => expect(engine.listeners.size).toBe(0));
});

it.each([
  ["no cookie", () => ({ origin: origin() }), "/rpc"],
  ["another site", (cookie: string) => ({ cookie, origin: "http://photos.example" }), "/rpc"],
  ["no origin", (cookie: string) => ({ cookie }), "/rpc"],
  [
    "a foreign host",
    (cookie: string) => ({ cookie, origin: origin(), host: "photos.example" }),
    "/rpc",
  ],
  ["another path", (cookie: string) => ({ cookie, origin: origin() }), "/rpc/x"],
])("opens no socket for %s", async (_, headers, path) => {
  const socket = open(headers(await enter()), path);
  const answer = await new Promise((resolve) => {
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode));
    socket.on("open", () => resolve("opened"));
    socket.on("error", () => {});
  });
  expect(answer).toBe(403);
});

it("closes a socket that sends a message of more than 1 MB", async () => {
  const socket = open({ cookie: await enter(), origin: origin() });
  await new Promise((resolve) => socket.on("open", resolve));
  socket.send(Buffer.alloc(1024 * 1024 + 1));
  await new Promise((resolve) => socket.on("close", resolve));
  expect((await ask("/assets/index-Ab12Cd34.js")).status).toBe(200);
});

it("stays up and quiet when a client speaks no HTTP", async () => {
  const line = connect(server.port, "127.0.0.1");
  line.end("\x16\x03\x01 hello\r\n\r\n");
  await new Promise((resolve) => line.on("close", resolve).resume());
  expect((await ask("/")).status).toBe(200);
  expect(bugs).toEqual([]);
});

it("reports a bug below and tells the browser nothing of it", async () => {
  engine.photos.preview = async () => {
    throw new Error("/home/someone/photo.jpg");
  };
  const { status, body } = await ask("/photo/7?px=32", { headers: { cookie: await enter() } });
  expect([status, body.toString(), bugs.length]).toEqual([500, "", 1]);
});

it("is gone at once when closed, open sockets and all", async () => {
  const socket = open({ cookie: await enter(), origin: origin() });
  await new Promise((resolve) => socket.on("open", resolve));
  const closed = new Promise((resolve) => socket.on("close", resolve));
  await server.close();
  await closed;
  await expect(ask("/")).rejects.toThrow("ECONNREFUSED");
});

const open = (headers: Record<string, string>, path = "/rpc") =>
  new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
