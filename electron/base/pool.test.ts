import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { SPENT_WORKER_BYTES } from "./limits.ts";
import { ProcessPool } from "./pool.ts";

const worker = (name: string) => fileURLToPath(new URL(`./testing/${name}.ts`, import.meta.url));
const pools: ProcessPool[] = [];
const pool = (size = 1, name = "pool-worker") => {
  const made = new ProcessPool(worker(name), size);
  pools.push(made);
  return made;
};
const job = (task: string, input: unknown = null, deadlineMs = 5_000) => ({
  task,
  input,
  deadlineMs,
});

afterEach(() => {
  for (const made of pools.splice(0)) made.close();
});

it("answers many jobs on few workers", async () => {
  const two = pool(2);
  const answers = await Promise.all([...Array(50).keys()].map((n) => two.run(job("double", n))));
  expect(answers).toEqual([...Array(50).keys()].map((n) => ({ ok: true, value: n * 2 })));
});

it("tries a job that crashed its worker once more, then gives it up and goes on with the others", async () => {
  const one = pool();
  const [crashed, after] = await Promise.all([one.run(job("crash")), one.run(job("double", 4))]);
  expect(crashed).toEqual({ ok: false, error: "decoder-crashed" });
  expect(after).toEqual({ ok: true, value: 8 });
});

it("kills a worker that hangs past the deadline and starts another", async () => {
  const one = pool();
  expect(await one.run(job("hang", null, 300))).toEqual({ ok: false, error: "deadline-exceeded" });
  expect(await one.run(job("double", 3))).toEqual({ ok: true, value: 6 });
});

it("gives a job under way up within 300 ms of a stop", async () => {
  const one = pool();
  await one.run(job("double", 1));
  const stop = new AbortController();
  const answer = one.run(job("hang"), stop.signal);
  const startedAt = performance.now();
  stop.abort();
  expect(await answer).toEqual({ ok: false, error: "stopped" });
  expect(performance.now() - startedAt).toBeLessThan(300);
});

it("replaces a worker that holds too much once its jobs are done, and loses none", async () => {
  const one = pool();
  const jobs = [job("swell", SPENT_WORKER_BYTES, 60_000), job("pid"), job("double", 3)];
  const [swollen, same, after] = await Promise.all(jobs.map((each) => one.run(each)));
  expect([swollen?.ok, same, after]).toEqual([true, swollen, { ok: true, value: 6 }]);
  expect(await one.run(job("pid"))).not.toEqual(swollen);
}, 60_000);

it("ends a worker that grows beyond all measure, as one that crashed", async () => {
  const one = pool();
  expect(await one.run(job("bloat", null, 60_000))).toEqual({
    ok: false,
    error: "decoder-crashed",
  });
  expect(await one.run(job("double", 3))).toEqual({ ok: true, value: 6 });
}, 60_000);

it("reports a bug by where it stands, never by its message", async () => {
  const failure = await pool()
    .run(job("throwing"))
    .catch((error: unknown) => String(error));
  expect(failure).toContain("pool-worker.ts");
  expect(failure).not.toContain("13800138000");
});

it("says so when no worker can start at all, instead of blaming the photos", async () => {
  expect(await pool(1, "broken-worker").run(job("double", 1))).toEqual({
    ok: false,
    error: "analyst-cannot-start",
  });
});
