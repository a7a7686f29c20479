import { z } from "zod";
import { appError } from "../../shared/model/errors.ts";
import { folderId } from "../../shared/model/ids.ts";

/*
 * What main and the engine's process tell each other over Node's IPC (advanced serialization).
 * Calls of the contract travel inside `call` and `answer` on numbered lines: one for main's own
 * questions, one for every page that was loaded.
 */

/** Counts up from 0; never used twice. */
const line = z.int().nonnegative();
/** Pairs a question with its answer. */
const ask = z.int().nonnegative();

const count = z.int().nonnegative();
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const opened = z.object({ text: z.string(), renewed: bytes.nullable() });
const result = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion("ok", [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: appError }),
  ]);

export const toEngine = z.discriminatedUnion("type", [
  z.object({ type: z.literal("open"), line }),
  z.object({ type: z.literal("call"), line, data: z.unknown() }),
  z.object({ type: z.literal("hang-up"), line }),
  /** A folder that a person dropped or named on the command line; the page never says a path. */
  z.object({ type: z.literal("add-folder"), ask, path: z.string(), scan: z.boolean() }),
  z.object({ type: z.literal("power"), isOnBattery: z.boolean() }),
  z.object({ type: z.literal("chosen"), ask, path: z.string().nullable() }),
  z.object({ type: z.literal("sealed"), ask, result: result(bytes) }),
  z.object({ type: z.literal("opened"), ask, result: result(opened) }),
]);
export type ToEngine = z.infer<typeof toEngine>;

export const fromEngine = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("refused"), error: appError }),
  z.object({ type: z.literal("answer"), line, data: z.unknown() }),
  z.object({
    type: z.literal("added"),
    ask,
    folderId: folderId.nullable(),
    error: appError.nullable(),
  }),
  /** New photos in watched folders, and how many of them are dangerous: numbers only. */
  z.object({ type: z.literal("news"), photos: count, dangerous: count }),
  /** Please open the system's dialog. */
  z.object({ type: z.literal("choose-folder"), ask }),
  /** Please have the system's key chain seal the vault's key, or open it. */
  z.object({ type: z.literal("key-chain-seal"), ask, text: z.string() }),
  z.object({ type: z.literal("key-chain-open"), ask, sealed: bytes }),
]);
export type FromEngine = z.infer<typeof fromEngine>;
