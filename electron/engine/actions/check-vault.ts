import { basename } from "node:path";
import { type AppErrorCode, failure } from "../../../shared/model/errors.ts";
import type { VaultCheck } from "../../../shared/model/vault.ts";
import { STRIP_DEADLINE_MS } from "../../base/limits.ts";
import { displayPath } from "../../base/paths.ts";
import { Refused } from "../../base/refused.ts";
import type { RunParts } from "./change-run.ts";
import type { CopyCheck } from "./check-copy.ts";

interface Question extends Omit<CopyCheck, "identity"> {
  /** For people. */
  readonly name: string;
}

/** Opens every sealed file to its end and compares what it holds with what it must hold. */
export async function* checkAll(parts: RunParts): AsyncGenerator<VaultCheck> {
  const { pool, vault } = parts;
  const { identity } = vault;
  if (identity === null) throw new Refused(failure("vault-locked"));
  const questions = questionsFor(parts);
  const problems: { name: string; error: AppErrorCode }[] = [];
  const total = questions.length;
  yield { done: 0, total, problems };
  for (let at = 0; at < total; at += pool.size) {
    const some = questions.slice(at, at + pool.size);
    const answers = await Promise.all(
      some.map(async ({ path, hash }) => {
        const input: CopyCheck = { path, hash, identity };
        const answer = await pool.run({ task: "open-copy", input, deadlineMs: STRIP_DEADLINE_MS });
        if (!answer.ok) return answer.error === "stopped" ? "interrupted" : answer.error;
        // The analyst is our own code of the same build: its answer has the type its task returns.
        return answer.value as AppErrorCode | null;
      }),
    );
    for (const [n, error] of answers.entries())
      if (error !== null) problems.push({ name: some[n]?.name ?? "", error });
    yield { done: at + some.length, total, problems: [...problems] };
  }
}

/** Entries and objects that actions need, each object once, and all else that lies in the vault. */
function questionsFor({ catalogue, vault }: RunParts): Question[] {
  const questions = new Map<string, Question>();
  const ask = (path: string, name: string, hash: Uint8Array | null) => {
    if (!questions.has(path)) questions.set(path, { path, name, hash });
  };
  for (const { path, copy, object, beforeHash } of catalogue.kept.originals()) {
    const name = displayPath(basename(path));
    if (copy !== null) ask(vault.pathOf(copy), name, null);
    if (object !== null) ask(vault.objectPath(object), name, beforeHash);
  }
  for (const { copy, path } of catalogue.kept.patches())
    ask(vault.pathOf(copy), displayPath(basename(path)), null);
  for (const { name } of [...vault.entries(), ...vault.patches()])
    ask(vault.pathOf(name), name, null);
  for (const { name } of vault.objects()) ask(vault.objectPath(name), name, null);
  return [...questions.values()];
}
