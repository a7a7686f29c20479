import { z } from "zod";
import { actionKind } from "./action.ts";
import { appErrorCode } from "./errors.ts";
import { entryId } from "./ids.ts";

/**
 * How the key to the vault is protected. `file`: it lies in the data folder, readable by its owner
 * only. `passphrase`: sealed with words a person knows. `keychain`: sealed by the system's key chain,
 * which opens it for this person's account on this machine.
 */
export const protection = z.enum(["file", "passphrase", "keychain"]);
export type Protection = z.infer<typeof protection>;

/** How the key is to be protected from now on. */
export type Guard =
  | { readonly by: "file" | "keychain" }
  | { readonly by: "passphrase"; readonly passphrase: string };

/** Characters a passphrase must have at least. */
export const MIN_PASSPHRASE = 8;
export const passphrase = z.string().max(1_000);

/** What the vault holds and what that costs. */
export const vaultState = z.object({
  protection,
  isLocked: z.boolean(),
  /** Photos that are only in the vault. */
  quarantined: z.int().nonnegative(),
  /** Whole originals of photos that were changed where they are. */
  originals: z.int().nonnegative(),
  /** Small records that undo a cleaning. */
  patches: z.int().nonnegative(),
  /** Bytes on the disk, all of it. */
  bytes: z.int().nonnegative(),
  /** What has been kept for longer than the setting `keepDays` says; nothing goes by itself. */
  older: z.object({ count: z.int().nonnegative(), bytes: z.int().nonnegative() }),
});
export type VaultState = z.infer<typeof vaultState>;

/** One whole original in the vault. */
export const vaultItem = z.object({
  id: entryId,
  kind: actionKind.extract(["quarantine", "redact", "strip"]),
  /** Display text. */
  name: z.string(),
  folder: z.string(),
  /** Of the original. */
  bytes: z.int().nonnegative(),
  /** Milliseconds since 1970, UTC. */
  keptAt: z.int(),
  /** Files that went along with it. */
  sidecars: z.int().nonnegative(),
});
export type VaultItem = z.infer<typeof vaultItem>;

/** How a check of everything in the vault goes on. */
export const vaultCheck = z.object({
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** What does not open, or opens to something else; display text. */
  problems: z.array(z.object({ name: z.string(), error: appErrorCode })).readonly(),
});
export type VaultCheck = z.infer<typeof vaultCheck>;

/** A sheet to print: whoever has it can open the vault without Safelight. */
export const recoverySheet = z.object({
  /** Lines of plain text, with the key in them. */
  text: z.string(),
  /** The key as a QR code: SVG of black squares. */
  qrSvg: z.string(),
  /** The same for a terminal. */
  qrText: z.string(),
});
export type RecoverySheet = z.infer<typeof recoverySheet>;
