import { MessageChannel } from "node:worker_threads";
import { createORPCClient, isDefinedError, safe } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { ContractRouterClient } from "@orpc/contract";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Contract } from "../../shared/contract/index.ts";
import { photoId, placeId, previewId } from "../../shared/model/ids.ts";
import { settings } from "../../shared/model/settings.ts";
import type { Shell } from "./router.ts";
import { servePorts } from "./serve.ts";
import {
  type FakeEngine,
  FOLDER,
  fakeEngine,
  PERSON,
  PICTURE,
  PREVIEW,
  progressOf,
} from "./testing/fake-engine.ts";

let engine: FakeEngine;
let page: ContractRouterClient<Contract>;
let bugs: unknown[];
let chosen: string | null;
let close: () => void;

beforeEach(() => {
  engine = fakeEngine();
  bugs = [];
  chosen = "/photos";
  const shell: Shell = {
    kind: "window",
    chooseFolder: async () => chosen,
    reportBug: (error) => bugs.push(error),
  };
  const { port1, port2 } = new MessageChannel();
  servePorts(
    engine,
    shell,
  )({
    on: (event, hear) => port1.on(event, (data) => hear({ data })),
    postMessage: (data) => port1.postMessage(data),
  });
  port2.start();
  page = createORPCClient(new RPCLink({ port: port2 }));
  close = () => port1.close();
});
afterEach(() => close());

it("answers the page's first question with the shell's own facts", async () => {
  expect(await page.app.info()).toEqual({
    version: "0.0.0",
    shell: "window",
    folderDialog: "system",
    recovered: { finished: 0, reverted: 0 },
  });
});

it("changes one setting and leaves the others as they are", async () => {
  await page.app.saveSettings({ language: "zh-CN" });
  expect(await page.app.saveSettings({ theme: "dark" })).toEqual({
    ...settings.parse({}),
    language: "zh-CN",
    theme: "dark",
  });
});

it("adds the folder that the dialog chose and answers with its id alone", async () => {
  expect(await page.folder.choose()).toBe(FOLDER);
  expect(engine.asked).toEqual(["add /photos"]);
});

it("adds nothing when the dialog was closed", async () => {
  chosen = null;
  expect(await page.folder.choose()).toBeNull();
  expect(engine.asked).toEqual([]);
});

it("refuses with the contract's typed error, code and all", async () => {
  const { error } = await safe(page.photo.get({ photoId: photoId.parse(3) }));
  expect(isDefinedError(error) && [error.code, error.data]).toEqual([
    "REFUSED",
    { code: "photo-not-found" },
  ]);
  expect(bugs).toEqual([]);
});

it("refuses an expired preview as the call itself, not inside the stream", async () => {
  const stale = previewId.parse("00000000-0000-4000-8000-000000000000");
  const { error } = await safe(page.action.apply({ previewId: stale }));
  expect(isDefinedError(error) && error.data).toEqual({ code: "preview-expired" });
});

it("streams an action to its end", async () => {
  const seen: number[] = [];
  for await (const step of await page.action.apply({ previewId: PREVIEW })) seen.push(step.done);
  expect(seen).toEqual([0, 1, 2]);
  expect(engine.asked).toEqual(["apply ended"]);
});

it("ends the action's stream in the engine when the page breaks off", async () => {
  for await (const _ of await page.action.apply({ previewId: PREVIEW })) break;
  await vi.waitFor(() => expect(engine.asked).toEqual(["apply ended"]));
});

it("sends a picture's bytes unchanged, with their type", async () => {
  const picture = await page.photo.preview({ photoId: photoId.parse(7), px: 320 });
  expect(picture.type).toBe("image/png");
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(PICTURE);
});

it("stops listening to the scans when the page closes", async () => {
  const progress = await page.scan.progress();
  expect((await progress.next()).value).toEqual(progressOf());
  await vi.waitFor(() => expect(engine.listeners.size).toBe(1));
  close();
  await vi.waitFor(() => expect(engine.listeners.size).toBe(0));
});

it("forgets a person as soon as the page stops reading, or closes", async () => {
  const wish = { photoId: photoId.parse(7), box: [0.1, 0.1, 0.2, 0.2] as const, folderId: null };
  for await (const progress of await page.person.find(wish)) {
    expect(progress).toEqual(PERSON);
    break;
  }
  await vi.waitFor(() => expect(engine.asked).toEqual(["forget person 4"]));
  const search = await page.person.find(wish);
  await search.next();
  close();
  await vi.waitFor(() => expect(engine.asked).toEqual(["forget person 4", "forget person 4"]));
});

it("refuses to look for a face that is not there", async () => {
  const wish = { photoId: photoId.parse(3), box: [0.1, 0.1, 0.2, 0.2] as const, folderId: null };
  const { error } = await safe(page.person.find(wish));
  expect(isDefinedError(error) && error.data).toEqual({ code: "photo-not-found" });
});

it("turns a wrong question away before the engine hears of it", async () => {
  const { error } = await safe(page.photo.preview({ photoId: photoId.parse(7), px: 1e9 }));
  expect(error).toMatchObject({ code: "BAD_REQUEST" });
  expect(engine.asked).toEqual([]);
});

it("reports a bug below and tells the page nothing of it", async () => {
  engine.folders.list = () => {
    throw new Error("row 5 of /home/someone is broken");
  };
  const { error } = await safe(page.folder.list());
  expect(error).toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
  expect(String(error)).not.toContain("someone");
  expect(bugs).toHaveLength(1);
});

it("passes a place of the picker on by its id", async () => {
  expect(await page.folder.addPlace({ at: placeId.parse(4) })).toBe(FOLDER);
  expect(engine.asked).toEqual(["addPlace 4"]);
});
