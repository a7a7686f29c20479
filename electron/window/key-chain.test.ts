import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { failure } from "../../shared/model/errors.ts";
import { err, ok } from "../../shared/result.ts";
import type { KeyChain } from "../base/key-chain.ts";
import { engineClient } from "./engine-client.ts";
import { EngineProcess } from "./engine-process.ts";
import { type SafeStore, systemKeyChain } from "./system-key-chain.ts";

/* Electron itself cannot run here: its safeStorage is played by an account with a key, all else is real. */

type Backend = ReturnType<SafeStore["getSelectedStorageBackend"]>;

class Account implements SafeStore {
  #key = randomBytes(32);
  #old: Buffer | null = null;
  backend: Backend = "gnome_libsecret";
  prefix = "v11";
  isAvailable = true;
  isLocked = false;

  isAsyncEncryptionAvailable = async () => this.isAvailable;
  getSelectedStorageBackend = () => this.backend;

  encryptStringAsync = async (text: string) => {
    this.#ask();
    const [nonce, cipher] = [randomBytes(16), createCipheriv];
    const sealed = cipher("aes-256-ctr", this.#key, nonce).update(`text:${text}`);
    return Buffer.concat([Buffer.from(this.prefix), nonce, sealed]);
  };

  decryptStringAsync = async (bytes: Buffer) => {
    this.#ask();
    for (const key of [this.#key, this.#old]) {
      if (key === null) continue;
      const plain = createDecipheriv("aes-256-ctr", key, bytes.subarray(3, 19))
        .update(bytes.subarray(19))
        .toString("latin1");
      if (plain.startsWith("text:"))
        return { result: plain.slice(5), shouldReEncrypt: key === this.#old };
    }
    throw new Error("Error while decrypting");
  };

  /** The system changes its own key; what the old one sealed still opens, once more. */
  rotate() {
    this.#old = this.#key;
    this.#key = randomBytes(32);
  }
  forgetOld() {
    this.#old = null;
  }

  #ask() {
    if (this.isLocked) throw new Error("User canceled");
  }
}

const UNAVAILABLE = err(failure("keychain-unavailable"));
const REFUSED = err(failure("keychain-refused"));

describe("the system's key chain", () => {
  const chainOf = (account: SafeStore) => systemKeyChain(account, "linux");
  const sealedBy = async (chain: KeyChain) => {
    const sealed = await chain.seal("the key");
    if (!sealed.ok) throw new Error(sealed.error.code);
    return sealed.value;
  };

  it("opens what it sealed, and says nothing of it", async () => {
    const chain = chainOf(new Account());
    const sealed = await sealedBy(chain);
    expect(Buffer.from(sealed).includes("the key")).toBe(false);
    expect(await chain.open(sealed)).toEqual(ok({ text: "the key", renewed: null }));
  });

  it.each<Backend>(["basic_text", "unknown"])(
    "is refused on Linux where it is %s",
    async (name) => {
      const account = new Account();
      const sealed = await sealedBy(chainOf(account));
      account.backend = name;
      expect(await chainOf(account).seal("the key")).toEqual(UNAVAILABLE);
      expect(await chainOf(account).open(sealed)).toEqual(UNAVAILABLE);
    },
  );

  it("is refused on Linux where its bytes show that a key from Chromium's source sealed them", async () => {
    const account = new Account();
    account.prefix = "v10";
    expect(await chainOf(account).seal("the key")).toEqual(UNAVAILABLE);
    // On macOS every sealed text begins so, and the key is the person's own.
    expect((await systemKeyChain(account, "darwin").seal("the key")).ok).toBe(true);
  });

  it("is refused where the system says that it has none", async () => {
    const account = new Account();
    account.isAvailable = false;
    for (const platform of ["linux", "darwin", "win32"] as const)
      expect(await systemKeyChain(account, platform).seal("the key")).toEqual(UNAVAILABLE);
  });

  it("says so when the person or the system refuses, and for another account", async () => {
    const account = new Account();
    const sealed = await sealedBy(chainOf(account));
    expect(await chainOf(new Account()).open(sealed)).toEqual(REFUSED);
    account.isLocked = true;
    expect(await chainOf(account).open(sealed)).toEqual(REFUSED);
    expect(await chainOf(account).seal("the key")).toEqual(REFUSED);
  });

  it("hands out the text sealed anew when the system has changed its key", async () => {
    const account = new Account();
    const sealed = await sealedBy(chainOf(account));
    account.rotate();
    const opened = await chainOf(account).open(sealed);
    const renewed = opened.ok ? opened.value.renewed : null;
    account.forgetOld();
    expect(await chainOf(account).open(sealed)).toEqual(REFUSED);
    expect(await chainOf(account).open(renewed ?? new Uint8Array())).toEqual(
      ok({ text: "the key", renewed: null }),
    );
  });
});

describe("a vault whose key the system's key chain keeps", () => {
  let folder: string;
  let engines: EngineProcess[];
  const account = { now: new Account() };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "safelight-keychain-"));
    engines = [];
    account.now = new Account();
  });
  afterEach(async () => {
    for (const engine of engines) await engine.stop();
    rmSync(folder, { recursive: true });
  });

  const vault = (...parts: string[]) => join(folder, "data", "vault", ...parts);
  async function start() {
    const engine = new EngineProcess({
      node: process.execPath,
      args: [join(import.meta.dirname, "engine-child.ts"), "--data-dir", join(folder, "data")],
      chooseFolder: async () => null,
      keyChain: systemKeyChain(account.now, "linux"),
      tellNews: () => {},
    });
    engines.push(engine);
    expect(await engine.ready).toEqual(ok(null));
    return engineClient(engine.openLine());
  }
  async function again() {
    await engines.pop()?.stop();
    return start();
  }
  const filesWith = (text: string) =>
    readdirSync(join(folder, "data"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(text))
      .map(({ name }) => name);
  const refusedWith = (code: string) => ({ code: "REFUSED", data: { code } });

  it("is open after the next start, with no key in the clear on the disk", async () => {
    const page = await start();
    const { text } = await page.vault.recoverySheet({ language: "en" });
    const key = /AGE-SECRET-KEY-1\w+/.exec(text)?.[0] ?? "none";
    expect(filesWith(key)).toEqual(["identity.txt"]);
    await page.vault.giveToKeyChain();
    expect(await page.vault.state()).toMatchObject({ protection: "keychain", isLocked: false });
    expect(filesWith(key)).toEqual([]);
    expect(readdirSync(vault()).filter((name) => name.startsWith("identity"))).toEqual([
      "identity.keychain",
    ]);
    const next = await again();
    await vi.waitFor(async () => expect((await next.vault.state()).isLocked).toBe(false));
    const sheet = await next.vault.recoverySheet({ language: "en" });
    expect(sheet.text).toContain(key);
  });

  it("is locked and opened again without a word from the person", async () => {
    const page = await start();
    await page.vault.giveToKeyChain();
    await page.vault.lock();
    expect((await page.vault.state()).isLocked).toBe(true);
    await page.vault.unlock({ passphrase: null });
    expect((await page.vault.state()).isLocked).toBe(false);
  });

  it("keeps what the system sealed anew", async () => {
    const page = await start();
    await page.vault.giveToKeyChain();
    account.now.rotate();
    await page.vault.lock();
    await page.vault.unlock({ passphrase: null });
    account.now.forgetOld();
    const next = await again();
    await vi.waitFor(async () => expect((await next.vault.state()).isLocked).toBe(false));
  });

  it("is gone after a purge", async () => {
    const page = await start();
    await page.vault.giveToKeyChain();
    const removed = await page.app.purge({ confirm: "purge", evenQuarantined: false });
    expect(removed.map(({ name }) => name)).toContain("vault/identity.keychain");
    expect(existsSync(vault())).toBe(false);
  });

  it("opens with the recovery sheet when the account's key chain is lost", async () => {
    const page = await start();
    const { text } = await page.vault.recoverySheet({ language: "en" });
    await page.vault.giveToKeyChain();
    account.now = new Account();
    const next = await again();
    await expect(next.vault.unlock({ passphrase: null })).rejects.toMatchObject(
      refusedWith("keychain-refused"),
    );
    const stranger = "AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SNN6F2D";
    await expect(next.vault.unlock({ passphrase: stranger })).rejects.toMatchObject(
      refusedWith("wrong-passphrase"),
    );
    expect((await next.vault.state()).isLocked).toBe(true);
    const key = /AGE-SECRET-KEY-1\w+/.exec(text)?.[0] ?? "none";
    await next.vault.unlock({ passphrase: ` ${key.toLowerCase()} ` });
    await next.vault.setPassphrase({ passphrase: "four unlike words here" });
    expect(await next.vault.state()).toMatchObject({ protection: "passphrase", isLocked: false });
    expect(readdirSync(vault()).filter((name) => name.startsWith("identity"))).toEqual([
      "identity.age",
    ]);
  }, 30_000);

  it("stays as it was protected where the key chain is not safe, and says why", async () => {
    account.now.backend = "basic_text";
    const page = await start();
    await expect(page.vault.giveToKeyChain()).rejects.toMatchObject(
      refusedWith("keychain-unavailable"),
    );
    expect(await page.vault.state()).toMatchObject({ protection: "file", isLocked: false });
    expect(readdirSync(vault()).filter((name) => name.startsWith("identity"))).toEqual([
      "identity.txt",
    ]);
  });
});
