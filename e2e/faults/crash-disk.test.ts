import { expect, it } from "vitest";
import { CrashDisk, type Loses } from "./crash-disk.ts";
import { type DiskOp, diskOps } from "./disk-ops.ts";

/* The model of a disk that forgets: it must tell a careful program from a careless one. */

const OLD = Buffer.from("old");
const NEW = Buffer.from("new!");
const write: DiskOp[] = [
  { do: "create", path: "/d/t", cut: false },
  { do: "write", path: "/d/t", at: null, bytes: NEW },
];
const sync: DiskOp = { do: "sync", path: "/d/t" };
const rename: DiskOp = { do: "rename", path: "/d/t", to: "/d/photo" };
const settle: DiskOp = { do: "sync", path: "/d" };

function after(ops: readonly DiskOp[], loses: Loses) {
  const disk = new CrashDisk(new Map([["/d/photo", OLD]]));
  for (const op of ops) disk.apply(op);
  return Object.fromEntries([...disk.afterPowerCut(loses, () => 0.4)].map(([k, v]) => [k, `${v}`]));
}

it("loses the photo of a program that renames before it syncs", () => {
  expect(after([...write, rename], "data only")).toEqual({ "/d/photo": "" });
  expect(after([...write, rename, settle], "all it may")).toEqual({ "/d/photo": "" });
});

it("keeps the old or the new photo of one that syncs first", () => {
  expect(after([...write, sync], "all it may")).toEqual({ "/d/photo": "old", "/d/t": "new!" });
  expect(after([...write, sync, rename], "all it may")).toEqual({
    "/d/photo": "old",
    "/d/t": "new!",
  });
  expect(after([...write, sync, rename], "data only")).toEqual({ "/d/photo": "new!" });
  expect(after([...write, sync, rename, settle], "all it may")).toEqual({ "/d/photo": "new!" });
});

it("reads what strace tells, calls that were cut in two and failed ones too", () => {
  const hex = (text: string) =>
    [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
  const lines = [
    `7 openat(AT_FDCWD<${hex("/")}>, "${hex("/d/t")}", O_WRONLY|O_CREAT|O_EXCL, 0600) = 5<${hex("/d/t")}>`,
    `7 pwrite64(5<${hex("/d/t")}>, "${hex("new!")}", 4, 16 <unfinished ...>`,
    `8 rename("${hex("/d/x")}", "${hex("/d/y")}") = -1 ENOENT (No such file or directory)`,
    `7 <... pwrite64 resumed>) = 4`,
    `7 fsync(5<${hex("/d/t")}>) = 0`,
  ];
  expect(diskOps(lines, "/d")).toEqual([
    { do: "create", path: "/d/t", cut: false },
    { do: "write", path: "/d/t", at: 16, bytes: NEW },
    { do: "sync", path: "/d/t" },
  ]);
});
