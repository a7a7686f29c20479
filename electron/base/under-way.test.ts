import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { addWork } from "./under-way.ts";

const unheard: unknown[] = [];
const hear = (error: unknown) => unheard.push(error);
process.on("unhandledRejection", hear);
afterEach(() => unheard.splice(0));

it("lets work go when it is done, and tells", async () => {
  const underWay = new Set<Promise<void>>();
  const told: string[] = [];
  addWork(underWay, Promise.resolve(), () => told.push("done"));
  expect(underWay.size).toBe(1);
  await nextTurn();
  expect([underWay.size, told]).toEqual([0, ["done"]]);
});

it("keeps work that failed for whoever waits, and ends no program meanwhile", async () => {
  const underWay = new Set<Promise<void>>();
  const told: string[] = [];
  for (const word of ["first", "second"])
    addWork(underWay, Promise.reject(new Error(word)), () => told.push(word));
  await nextTurn();
  expect([underWay.size, told, unheard]).toEqual([2, [], []]);
  await expect(Promise.all(underWay)).rejects.toThrow("first");
});
