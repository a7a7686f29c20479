import { expect, it } from "vitest";
import { Line } from "./line.ts";

/** Work that ends when the test says so. */
function works() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return { begun, work, end: (name: string) => ends.get(name)?.() };
}

it("begins what was asked for last, as soon as there is room", async () => {
  const { begun, work, end } = works();
  const line = new Line(1);
  const all = ["first", "second", "third"].map((name) => line.run(work(name)));
  for (const name of ["first", "third", "second"]) {
    end(name);
    await new Promise(setImmediate);
  }
  expect(begun).toEqual(["first", "third", "second"]);
  expect(await Promise.all(all)).toEqual(["first", "second", "third"]);
});

it("does not begin what nobody waits for any more, and ends what was begun", async () => {
  const { begun, work, end } = works();
  const line = new Line(1);
  const [stopFirst, stopSecond] = [new AbortController(), new AbortController()];
  const first = line.run(work("first"), stopFirst.signal);
  const second = line.run(work("second"), stopSecond.signal);
  stopSecond.abort();
  stopFirst.abort();
  end("first");
  expect(await Promise.all([first, second])).toEqual(["first", "left"]);
  expect(await line.run(work("third"), stopFirst.signal)).toBe("left");
  expect(begun).toEqual(["first"]);
});

it("goes on after work that failed", async () => {
  const line = new Line(1);
  const failed = line.run(() => Promise.reject(new Error("broken")));
  const next = line.run(async () => "done");
  await expect(failed).rejects.toThrow("broken");
  expect(await next).toBe("done");
});

it("begins nothing once it is closed", async () => {
  const { begun, work, end } = works();
  const line = new Line(1);
  const all = ["first", "second"].map((name) => line.run(work(name)));
  line.close();
  end("first");
  expect(await Promise.all(all)).toEqual(["first", "left"]);
  expect(await line.run(work("third"))).toBe("left");
  expect(begun).toEqual(["first"]);
});
