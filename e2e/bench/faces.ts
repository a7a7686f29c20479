import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import type { UprightImage } from "../../electron/base/picture.ts";
import type { Detect } from "../../electron/engine/detectors/detector.ts";
import { faces } from "../../electron/engine/detectors/faces/faces.ts";
import { Levels } from "../../electron/engine/detectors/faces/pixels.ts";
import { FACES } from "../../electron/engine/detectors/models/face.ts";
import { writeModels } from "../../electron/engine/detectors/models/recipe.ts";
import { openModels } from "../../electron/engine/detectors/models/store.ts";
import { openUpright } from "../../electron/engine/imaging/upright.ts";
import type { Effort } from "../../shared/model/scan.ts";
import { openFaceApi, type Peer } from "./face-api.ts";
import { PROFILES, TURNED_HEADS } from "./faces-profiles.ts";
import { type Box, faceSet, isHit, LYING, type Picture, phonePhotos } from "./faces-set.ts";
import type { Times } from "./faces-times.ts";
import { machine, median, row } from "./machine.ts";
import { timed } from "./processes.ts";

/*
 * `npm run bench:faces`: how many faces are found, in what time, beside face-api on TensorFlow.js's
 * WebAssembly backend in the same run. Believe its times only when nothing else runs. `--times`
 * measures only those.
 */

const TIMES = fileURLToPath(new URL("./faces-times.ts", import.meta.url));

const never = new AbortController().signal;
/** A face is large from 3 % of the picture's longer side on. */
const LARGE = 0.03;

interface Tally {
  found: number;
  all: number;
}

/** Finds in one picture, as boxes in pixels. */
type Finder = (picture: Picture) => Promise<readonly Box[]>;

async function open({ rgb, width, height }: Picture): Promise<UprightImage> {
  const png = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const image = await openUpright(png, "png");
  if (!image.ok) throw new Error(image.error);
  return image.value;
}

const ours =
  (detect: Detect, effort: Effort): Finder =>
  async (picture) => {
    const { width: w, height: h } = picture;
    const found = await detect(await open(picture), never, effort);
    return found.map(({ box: [x, y, bw, bh] }): Box => [x * w, y * h, bw * w, bh * h]);
  };

/** face-api on the whole picture and on 2 × 2 tiles that share a fifth: 512 px each, as it wants them. */
const TILES: readonly Box[] = [
  [0, 0, 1, 1],
  ...[0, 0.4].flatMap((x) => [0, 0.4].map((y): Box => [x, y, 0.6, 0.6])),
];

const theirs =
  (peer: Peer, tiles: readonly Box[]): Finder =>
  async (picture) => {
    const all: { score: number; box: Box }[] = [];
    for (const tile of tiles) {
      const { image, left, top, by } = await view(picture, tile);
      for (const { score, box } of await peer.detect(image, 0.35)) {
        all.push({
          score,
          box: [left + box.x * by, top + box.y * by, box.width * by, box.height * by],
        });
      }
    }
    const kept: Box[] = [];
    for (const { box } of all.sort((a, b) => b.score - a.score)) {
      if (!kept.some((other) => isHit(box, other))) kept.push(box);
    }
    return kept;
  };

async function view({ rgb, width, height }: Picture, [x, y, w, h]: Box) {
  const [left, top] = [Math.round(x * width), Math.round(y * height)];
  const [wide, high] = [
    Math.min(width - left, Math.round(w * width)),
    Math.min(height - top, Math.round(h * height)),
  ];
  const by = Math.max(wide, high) / 512;
  const { data, info } = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .extract({ left, top, width: wide, height: high })
    .resize(512, 512, { fit: "inside" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { image: { width: info.width, height: info.height, rgb: data }, left, top, by };
}

/** Counts hits by group and size, and pictures without a face in which one was found. */
async function count(pictures: readonly Picture[], find: Finder) {
  const groups = new Map<string, Tally>();
  const alarms: string[] = [];
  const add = (name: string, isFound: boolean) => {
    const tally = groups.get(name) ?? { found: 0, all: 0 };
    groups.set(name, { found: tally.found + Number(isFound), all: tally.all + 1 });
  };
  for (const picture of pictures) {
    const boxes = [...(await find(picture))];
    if (picture.isFaceFree && boxes.length > 0) alarms.push(picture.name);
    for (const face of picture.faces) {
      const at = boxes.findIndex((box) => isHit(box, face));
      if (at >= 0) boxes.splice(at, 1);
      add(picture.group, at >= 0);
      const share = Math.max(face[2], face[3]) / Math.max(picture.width, picture.height);
      const size = share >= LARGE ? "large" : "small";
      if (/photos|papers|crowds/.test(picture.group)) add(size, at >= 0);
      if (picture.group.startsWith(LYING)) add(`${picture.group}: ${size}`, at >= 0);
    }
  }
  return { groups, alarms };
}

type Counted = Awaited<ReturnType<typeof count>>;

const share = ({ found, all }: Tally) => `${((100 * found) / all).toFixed(1)} % (${found}/${all})`;

function report(name: string, { groups, alarms }: Counted, free: number, isDefault: boolean) {
  const must: Readonly<Record<string, number>> = isDefault
    ? { large: 0.98, small: 0.7, "masks (painted)": 0.9, [PROFILES]: 0.9, [TURNED_HEADS]: 0.9 }
    : {};
  for (const [group, tally] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
    const least = must[group];
    const target = least === undefined ? "" : `at least ${least * 100} %`;
    const isReached = least === undefined ? null : tally.found >= least * tally.all;
    row(`${name}: ${group}`, share(tally), target, isReached);
  }
  const target = isDefault ? "at most 1 in 30" : "";
  row(
    `${name}: false alarms`,
    `${alarms.length} in ${free}`,
    target,
    isDefault ? alarms.length * 30 <= free : null,
  );
  console.log(`  ${alarms.join(", ")}`);
}

/** Times and memory are an own process's, which sees one photo after the other as an analyst does. */
async function benchTimes(pictures: readonly Picture[], folder: string) {
  for (const [n, bytes] of (await phonePhotos(pictures)).entries()) {
    writeFileSync(join(folder, `photo-${n}.jpg`), bytes);
  }
  for (const [effort, most] of [
    ["usual", 150],
    ["thorough", 500],
  ] as const) {
    const { stdout } = await timed(process.execPath, [TIMES, folder, effort]);
    const { ms, megabytes } = JSON.parse(stdout) as Times;
    row(`12 MP JPEG, ${effort}: with faces`, `${median(ms.slice(0, ms.length / 2)).toFixed(0)} ms`);
    row(`12 MP JPEG, ${effort}: without`, `${median(ms.slice(ms.length / 2)).toFixed(0)} ms`);
    const middle = median(ms);
    row(
      `12 MP JPEG, ${effort}: median`,
      `${middle.toFixed(0)} ms`,
      `at most ${most} ms`,
      middle <= most,
    );
    row(`${effort}: resident memory, most`, `${megabytes} MB`, "at most 350 MB", megabytes <= 350);
  }
}

async function benchFinding(pictures: readonly Picture[], folder: string) {
  const detect = await faces.load(openModels(folder));
  const peer = await openFaceApi();
  await benchPeer(pictures, peer, folder);
  const free = pictures.filter(({ isFaceFree }) => isFaceFree).length;
  report("usual", await count(pictures, ours(detect, "usual")), free, true);
  report("thorough", await count(pictures, ours(detect, "thorough")), free, false);
  const upright = pictures.filter(({ group }) => !group.startsWith(LYING));
  report("face-api, whole", await count(upright, theirs(peer, TILES.slice(0, 1))), free, false);
  report("face-api, 5 tiles", await count(upright, theirs(peer, TILES)), free, false);
}

/** The same five squares of 512 px through both networks, and nothing else. */
async function benchPeer(pictures: readonly Picture[], peer: Peer, folder: string) {
  const net = await openModels(folder).open("face-detector");
  const [our, their]: [number[], number[]] = [[], []];
  for (const picture of pictures.filter(({ name }) => /^sample\d/.test(name))) {
    for (const tile of TILES) {
      const { image } = await view(picture, tile);
      const square = new Levels(image).draw(
        { left: 0, top: 0, width: 512, height: 512 },
        { width: 512, height: 512 },
      );
      const startedAt = performance.now();
      await net.run({ rgb: { data: square.rgb, dims: [1, 512, 512, 3] } });
      const between = performance.now();
      await peer.detect(square, 0.35);
      our.push(between - startedAt);
      their.push(performance.now() - between);
    }
  }
  const times = median(their) / median(our);
  row("a square of 512 px, ours", `${median(our).toFixed(1)} ms`);
  row("a square of 512 px, face-api on tfjs-wasm", `${median(their).toFixed(1)} ms`);
  row("times face-api, same tiles", `${times.toFixed(1)} x`, "at least 8", times >= 8);
}

console.log(machine());
const folder = mkdtempSync(join(tmpdir(), "safelight-faces-"));
try {
  writeModels(folder, FACES);
  const pictures = await faceSet();
  await benchTimes(pictures, folder);
  if (!process.argv.includes("--times")) await benchFinding(pictures, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
