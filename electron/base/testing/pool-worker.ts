import { serveTasks } from "../worker.ts";

const held: Buffer[] = [];

/* A worker that misbehaves on request, for the pool's tests. */
serveTasks({
  double: (n: number) => n * 2,
  hang: () => {
    for (;;);
  },
  crash: () => process.abort(),
  throwing: () => {
    throw new Error("secret: 13800138000");
  },
  pid: () => process.pid,
  /** Holds so many bytes more from now on. */
  swell: (bytes: number) => {
    held.push(Buffer.alloc(bytes, 1));
    return process.pid;
  },
  /** As a decoder that has lost its way. */
  bloat: () => {
    for (;;) held.push(Buffer.alloc(64 * 1024 * 1024, 1));
  },
});
