import { serveTasks } from "../worker.ts";

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
});
