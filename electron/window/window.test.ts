import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { failure } from "../../shared/model/errors.ts";
import { photoId } from "../../shared/model/ids.ts";
import { err, ok } from "../../shared/result.ts";
import type { KeyChain } from "../base/key-chain.ts";
import type { PageFiles } from "../bridge/page-files.ts";
import { engineClient } from "./engine-client.ts";
import { EngineProcess } from "./engine-process.ts";
import { isAllowedRequest, isOwnAddress } from "./guards.ts";
import { engineNode, unpacked } from "./node-binary.ts";
import { answerPage } from "./page-protocol.ts";
import { CHROMIUM_SWITCHES } from "./switches.ts";

describe("the window's guards", () => {
  it.each(["safelight://app/", "safelight://app/photo/7?px=32"])("let %s through", (address) => {
    expect([isOwnAddress(address), isAllowedRequest(address)]).toEqual([true, true]);
  });

  it.each([
    undefined,
    "",
    "safelight://other/",
    "safelight://app.photos.example/",
    "safelight://someone@app/",
    "safelight:app",
    "http://app/",
    "https://photos.example/",
    "file:///etc/hosts",
    "ws://127.0.0.1:1/",
    "blob:https://photos.example/1",
    "javascript:alert(1)",
  ])("refuse %s", (address) => {
    expect([isOwnAddress(address), isAllowedRequest(address ?? "")]).toEqual([false, false]);
  });

  it("let the page's own memory through, but never as a caller", () => {
    const memory = ["blob:safelight://app/1", "data:image/png;base64,AA=="];
    expect(memory.map(isAllowedRequest)).toEqual([true, true]);
    expect(memory.map(isOwnAddress)).toEqual([false, false]);
  });

  it("shut Chromium's doors to the network", () => {
    expect(CHROMIUM_SWITCHES).toContainEqual(["host-resolver-rules", "MAP * ~NOTFOUND"]);
    expect(CHROMIUM_SWITCHES).toContainEqual([
      "webrtc-ip-handling-policy",
      "disable_non_proxied_udp",
    ]);
  });
});

describe("the engine's Node", () => {
  it("is the one that the package ships", () => {
    expect(engineNode(true, "/opt/safelight/resources", {}, "linux")).toBe(
      join("/opt/safelight/resources", "node"),
    );
  });

  it("is the one that started the window in development", () => {
    expect(engineNode(false, "/x", { SAFELIGHT_NODE: "/n/node" }, "linux")).toBe("/n/node");
  });

  it("finds its programs outside the archive", () => {
    expect(unpacked("/r/app.asar/dist/engine-child.js")).toBe(
      "/r/app.asar.unpacked/dist/engine-child.js",
    );
    expect(unpacked("/src/dist/engine-child.js")).toBe("/src/dist/engine-child.js");
  });
});

describe("the window's protocol", () => {
  const bytes = new TextEncoder().encode("<!doctype html>");
  const page: PageFiles = new Map([["/", { bytes, type: "text/html", isImmutable: false }]]);
  const answer = answerPage(page, {
    preview: async ({ photoId: id }) => {
      if (id !== 7) throw new Error("no such photo");
      return new Blob([bytes], { type: "image/webp" });
    },
  });

  it("serves the page under a policy that names no other origin", async () => {
    const response = await answer(new Request("safelight://app/"));
    expect([response.status, await response.text()]).toEqual([200, "<!doctype html>"]);
    expect(response.headers.get("content-security-policy")).toContain("connect-src 'self';");
  });

  it("serves pictures by id, and nothing else", async () => {
    const ask = async (path: string) => (await answer(new Request(path))).status;
    expect(await ask("safelight://app/photo/7?px=64")).toBe(200);
    expect(await ask("safelight://app/photo/8?px=64")).toBe(422);
    expect(await ask("safelight://app/photo/7?px=8")).toBe(404);
    expect(await ask("safelight://app/../../etc/hosts")).toBe(404);
    expect(await ask("safelight://other/")).toBe(403);
  });
});

const noKeyChain: KeyChain = {
  seal: async () => err(failure("keychain-unavailable")),
  open: async () => err(failure("keychain-unavailable")),
};

describe("the engine's process", () => {
  let folder: string;
  let engine: EngineProcess;
  const start = (dataDir: string) =>
    new EngineProcess({
      node: process.execPath,
      args: [join(import.meta.dirname, "engine-child.ts"), "--data-dir", dataDir],
      chooseFolder: async () => folder,
      keyChain: noKeyChain,
      tellNews: () => {},
    });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "safelight-window-"));
    engine = start(join(folder, "data"));
  });
  afterEach(async () => {
    await engine.stop();
    rmSync(folder, { recursive: true });
  });

  it("answers main and two pages, each on its own line", async () => {
    expect(await engine.ready).toEqual(ok(null));
    const lines = [engine.openLine(), engine.openLine(), engine.openLine()];
    const clients = lines.map(engineClient);
    const infos = await Promise.all(clients.map((client) => client.app.info()));
    expect(infos.map((info) => info.folderDialog)).toEqual(["system", "system", "system"]);
    lines[1]?.hangUp();
    expect(await clients[2]?.folder.list()).toEqual([]);
  });

  it("asks main for the dialog and adds what was chosen", async () => {
    await engine.ready;
    const page = engineClient(engine.openLine());
    const chosen = await page.folder.choose();
    expect((await page.folder.list()).map((one) => one.id)).toEqual([chosen]);
  });

  it("adds a dropped folder and says why it will not add a missing one", async () => {
    await engine.ready;
    expect((await engine.addFolder(folder, false)).ok).toBe(true);
    const missing = await engine.addFolder(join(folder, "none"), false);
    expect(missing.ok || missing.error.code).toBe("folder-missing");
  });

  it("refuses a photo it does not know with the typed error", async () => {
    await engine.ready;
    const page = engineClient(engine.openLine());
    await expect(page.photo.get({ photoId: photoId.parse(9) })).rejects.toMatchObject({
      code: "REFUSED",
      data: failure("photo-not-found"),
    });
  });

  it("leaves no question open when the process ends", async () => {
    await engine.ready;
    const asked = engine.addFolder(folder, false);
    await engine.stop();
    expect(typeof (await asked).ok).toBe("boolean");
  });

  it("tells that it cannot open its folder", async () => {
    writeFileSync(join(folder, "file"), "");
    const refused = start(join(folder, "file", "data"));
    expect(await refused.ready).toEqual(
      err(failure("data-folder-unusable", { subject: "ENOTDIR" })),
    );
    await refused.ended;
  });

  it("ends as not ready when its program cannot run at all", async () => {
    const broken = new EngineProcess({
      node: join(folder, "no-node"),
      args: [],
      chooseFolder: async () => null,
      keyChain: noKeyChain,
      tellNews: () => {},
    });
    expect(await broken.ready).toEqual({ ok: false, error: null });
    await broken.ended;
  });
});
