import { expect, it } from "vitest";
import { PictureDesk, type PictureMeans } from "./picture-desk.ts";

/** A desk whose pictures come when the test says so; elements are known by how far away they are. */
function deskOf(atOnce: number, room: number) {
  const asked: string[] = [];
  const broken: string[] = [];
  const closed: string[] = [];
  const answers = new Map<string, (bytes: number | null) => void>();
  const means: PictureMeans = {
    load: (url, signal) => {
      asked.push(url);
      signal.addEventListener("abort", () => broken.push(url));
      return new Promise((resolve) =>
        answers.set(url, (bytes) => resolve(bytes === null ? null : new Blob(["x".repeat(bytes)]))),
      );
    },
    open: (picture) => `held ${picture.size}`,
    close: (address) => closed.push(address),
    distance: (element) => Number(element.id),
  };
  const desk = new PictureDesk(means, atOnce, room);
  const taken: string[] = [];
  const want = (url: string, far: number) =>
    desk.want(url, { id: String(far) } as Element, (address) => taken.push(`${url} ${address}`));
  const answer = async (url: string, bytes: number | null) => {
    answers.get(url)?.(bytes);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { desk, want, answer, asked, broken, closed, taken };
}

it("asks for what is nearest to where a person looks, a few at a time", async () => {
  const { want, answer, asked, taken } = deskOf(1, 100);
  want("first", 9);
  want("far", 5);
  want("near", 1);
  expect(asked).toEqual(["first"]);
  await answer("first", 10);
  await answer("near", 11);
  expect(asked).toEqual(["first", "near", "far"]);
  expect(taken).toEqual(["first held 10", "near held 11"]);
});

it("asks for nothing that was scrolled past, and breaks off what is under way", async () => {
  const { want, answer, asked, broken, taken } = deskOf(1, 100);
  const leaveFirst = want("first", 1);
  const leaveSecond = want("second", 2);
  want("third", 3);
  leaveSecond();
  leaveFirst();
  expect(broken).toEqual(["first"]);
  await answer("first", 10);
  expect(asked).toEqual(["first", "third"]);
  expect(taken).toEqual([]);
});

it("asks for nothing while the list flies past, and for what is there when it rests", async () => {
  const { desk, want, asked } = deskOf(2, 100);
  desk.hold(20);
  const leave = want("passed", 1);
  desk.hold(20);
  leave();
  want("there", 2);
  expect(asked).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(asked).toEqual(["there"]);
});

it("keeps so many bytes, and gives up what was used longest ago", async () => {
  const { desk, want, answer, closed } = deskOf(4, 25);
  for (const [url, bytes] of [
    ["a", 10],
    ["b", 11],
  ] as const) {
    want(url, 1);
    await answer(url, bytes);
  }
  expect(desk.known("a")).toBe("held 10");
  want("c", 1);
  await answer("c", 12);
  expect(closed).toEqual(["held 11"]);
  expect([desk.known("a"), desk.known("b"), desk.known("c")]).toEqual(["held 10", null, "held 12"]);
});

it("tells where there is no picture, and asks again the next time", async () => {
  const { want, answer, asked, taken } = deskOf(2, 25);
  want("broken", 1);
  await answer("broken", null);
  want("broken", 1);
  expect(taken).toEqual(["broken null"]);
  expect(asked).toEqual(["broken", "broken"]);
});
