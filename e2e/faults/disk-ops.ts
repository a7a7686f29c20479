/** One effect of a program on a disk. Paths are as they were at that moment. */
export type DiskOp =
  | { readonly do: "create"; readonly path: string; readonly cut: boolean }
  | {
      readonly do: "write";
      readonly path: string;
      readonly at: number | null;
      readonly bytes: Buffer;
    }
  | { readonly do: "truncate"; readonly path: string; readonly size: number }
  | { readonly do: "sync"; readonly path: string }
  | { readonly do: "rename"; readonly path: string; readonly to: string }
  | { readonly do: "link"; readonly path: string; readonly to: string }
  | { readonly do: "unlink"; readonly path: string };

/** Reads strace's lines (`-f -y -xx`): whole calls that succeeded, in the order in which they ended. */
export function diskOps(lines: readonly string[], root: string): DiskOp[] {
  const begun = new Map<string, string>();
  const ops: DiskOp[] = [];
  for (const line of lines) {
    const [, pid = "", rest = ""] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    if (rest.endsWith("<unfinished ...>")) {
      begun.set(pid, rest.replace(/\s*<unfinished \.\.\.>$/, ""));
      continue;
    }
    const whole = resumed ? (begun.get(pid) ?? "") + (resumed[1] ?? "") : rest;
    const op = opOf(whole);
    if (op?.path.startsWith(root) && !op.path.includes("-shm")) ops.push(op);
  }
  return ops;
}

function opOf(call: string): DiskOp | undefined {
  const [, name, inner = "", result] = /^(\w+)\((.*)\)\s+= (-?\d+)/s.exec(call) ?? [];
  if (name === undefined || Number(result) < 0) return undefined;
  const strings = [...inner.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = ""]) =>
    bytesOf(hex),
  );
  const [first, second] = strings.map((bytes) => bytes.toString());
  const fd = pathOfFd(inner);
  switch (name) {
    case "openat":
      if (!inner.includes("O_CREAT") || first === undefined) return undefined;
      return { do: "create", path: first, cut: inner.includes("O_TRUNC") };
    case "write":
    case "pwrite64": {
      const bytes = strings[0]?.subarray(0, Number(result));
      const at = name === "write" ? null : Number(/, (\d+)$/.exec(inner)?.[1]);
      return fd && bytes ? { do: "write", path: fd, at, bytes } : undefined;
    }
    case "ftruncate":
      return fd
        ? { do: "truncate", path: fd, size: Number(/, (\d+)$/.exec(inner)?.[1]) }
        : undefined;
    case "fsync":
    case "fdatasync":
      return fd ? { do: "sync", path: fd } : undefined;
    case "unlink":
      return first === undefined ? undefined : { do: "unlink", path: first };
    case "rename":
    case "link":
      return first === undefined || second === undefined
        ? undefined
        : { do: name, path: first, to: second };
    default:
      return undefined;
  }
}

/** `22<\x2f\x74…>` at the start of the arguments; a file that has no name any more says "(deleted)". */
function pathOfFd(inner: string): string | undefined {
  const [, shown] = /^\d+<([^>]*)>/.exec(inner) ?? [];
  if (shown === undefined) return undefined;
  const path = shown.replaceAll(/\\x([0-9a-f]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return path.replace(/(?: \(deleted\)|\(deleted\))$/, "");
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll("\\x", ""), "hex");
