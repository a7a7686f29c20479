import type { DiskOp } from "./disk-ops.ts";

/**
 * What a disk does with what was not made to last before the power went:
 * - "all it may": neither names nor bytes that were not synced are there;
 * - "data only": all names are there, their bytes only as far as they were synced;
 * - "some of it": names up to some instant, and of the bytes those that happened to be written.
 */
export type Loses = "all it may" | "data only" | "some of it";

type Write = Extract<DiskOp, { do: "write" | "truncate" }>;

/** A file's content, whatever its names: what is on the disk for sure, and what came after that. */
interface Inode {
  lasting: Buffer;
  pending: Write[];
  /** Its own first name lasts with the first sync of its bytes, as on ext4, XFS, APFS and NTFS. */
  bornAs: string | null;
}

interface NameChange {
  readonly path: string;
  readonly inode: Inode | null;
  readonly folder: string;
}

/** A model of a disk with a cache. */
export class CrashDisk {
  readonly #now = new Map<string, Inode>();
  readonly #lasting = new Map<string, Inode>();
  #pendingNames: NameChange[] = [];

  constructor(files: ReadonlyMap<string, Buffer>) {
    for (const [path, bytes] of files) {
      const inode: Inode = { lasting: bytes, pending: [], bornAs: null };
      this.#now.set(path, inode);
      this.#lasting.set(path, inode);
    }
  }

  apply(op: DiskOp) {
    switch (op.do) {
      case "create":
        return this.#create(op.path, op.cut);
      case "write":
      case "truncate":
        return this.#now.get(op.path)?.pending.push(op);
      case "sync":
        return this.#sync(op.path);
      case "unlink":
        return this.#name(op.path, null);
      case "link":
        return this.#name(op.to, this.#now.get(op.path) ?? null);
      case "rename": {
        const inode = this.#now.get(op.path) ?? null;
        // One step for the journal of a file system: both names change or none does.
        this.#name(op.to, inode);
        return this.#name(op.path, null);
      }
    }
  }

  #create(path: string, cut: boolean) {
    const known = this.#now.get(path);
    if (known && cut) known.pending.push({ do: "truncate", path, size: 0 });
    if (!known) this.#name(path, { lasting: Buffer.alloc(0), pending: [], bornAs: path });
  }

  #name(path: string, inode: Inode | null) {
    if (inode) this.#now.set(path, inode);
    else this.#now.delete(path);
    this.#pendingNames.push({ path, inode, folder: path.slice(0, path.lastIndexOf("/")) });
  }

  #sync(path: string) {
    const inode = this.#now.get(path);
    if (inode) {
      inode.lasting = written(inode.lasting, inode.pending);
      inode.pending = [];
      this.#settleNames((change) => change.inode === inode && change.path === inode.bornAs);
    } else this.#settleNames((change) => change.folder === path);
  }

  #settleNames(isSettled: (change: NameChange) => boolean) {
    for (const change of this.#pendingNames.filter(isSettled)) setName(this.#lasting, change);
    this.#pendingNames = this.#pendingNames.filter((change) => !isSettled(change));
  }

  /** The files that are there when the power is back. */
  afterPowerCut(loses: Loses, random: () => number): Map<string, Buffer> {
    const names = new Map(this.#lasting);
    const kept =
      loses === "all it may"
        ? 0
        : loses === "data only"
          ? this.#pendingNames.length
          : Math.floor(random() * (this.#pendingNames.length + 1));
    for (const change of wholeSteps(this.#pendingNames, kept)) setName(names, change);
    return new Map(
      [...names].map(([path, { lasting, pending }]) => {
        const some = loses === "some of it" ? pending.filter(() => random() < 0.5) : [];
        return [path, written(lasting, some)];
      }),
    );
  }
}

/** A rename is two changes, the new name first: never only the first of them. */
function wholeSteps(changes: readonly NameChange[], count: number): readonly NameChange[] {
  const last = changes[count - 1];
  const next = changes[count];
  const isHalf = last?.inode && next && next.inode === null && last.inode.bornAs === next.path;
  return changes.slice(0, isHalf ? count + 1 : count);
}

function setName(names: Map<string, Inode>, { path, inode }: NameChange) {
  if (inode) names.set(path, inode);
  else names.delete(path);
}

function written(bytes: Buffer, writes: readonly Write[]): Buffer {
  let now = bytes;
  for (const write of writes) {
    if (write.do === "truncate") {
      now = Buffer.concat([now.subarray(0, write.size), zeros(write.size - now.length)]);
      continue;
    }
    const at = write.at ?? now.length;
    const end = at + write.bytes.length;
    const longer = Buffer.concat([now, zeros(end - now.length)]);
    write.bytes.copy(longer, at);
    now = longer;
  }
  return now;
}

const zeros = (size: number): Buffer => Buffer.alloc(Math.max(0, size));
