import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { readPapers } from "../../electron/engine/detectors/documents/read-papers.ts";
import type { Read } from "../../electron/engine/detectors/reader/reader.ts";
import { builtReader, pictureOf } from "../fixtures/print.ts";
import { seeded } from "../fixtures/random.ts";

/* Pictures that are no print, or print that nobody can use: no number may be told, and the time is kept. */

const BUDGET = { ms: 4_000 };
/** What one run of a network may take beyond it, on a machine with other work. */
const MARGIN_MS = 1_500;
const never = new AbortController().signal;

let read: Read;
beforeAll(async () => {
  read = await builtReader();
});

const png = (svg: string, width: number, height: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${svg}</svg>`,
    ),
  )
    .png()
    .toBuffer();
const words = (attributes: string, text = "11010119900307002X") =>
  `<text font-family="DejaVu Sans,'Noto Sans CJK SC'" ${attributes}>${text}</text>`;
const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
const noise = () => {
  const grain = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const create = {
    width: 900,
    height: 700,
    channels: 3,
    background: "#888",
    noise: grain,
  } as const;
  return sharp({ create }).png().toBuffer();
};

/** One thing said in twenty languages, with its day, its hour and its price. */
const LANGUAGES = [
  "The train of 8:15 on 12 May costs 23.40 and takes 95 minutes",
  "8点15分的火车五月十二日票价23.40元，行驶95分钟",
  "8時15分の列車は5月12日に運行し、料金は2340円です",
  "5월 12일 8시 15분 기차는 2340원이며 95분 걸립니다",
  "Der Zug um 8:15 am 12. Mai kostet 23,40 und fährt 95 Minuten",
  "Le train de 8h15 le 12 mai coûte 23,40 et met 95 minutes",
  "El tren de las 8:15 del 12 de mayo cuesta 23,40 y tarda 95 minutos",
  "O comboio das 8:15 de 12 de maio custa 23,40 e demora 95 minutos",
  "Il treno delle 8:15 del 12 maggio costa 23,40 e impiega 95 minuti",
  "De trein van 8:15 op 12 mei kost 23,40 en duurt 95 minuten",
  "Tåget 8:15 den 12 maj kostar 23,40 och tar 95 minuter",
  "Pociąg o 8:15 w dniu 12 maja kosztuje 23,40 i jedzie 95 minut",
  "Vlak v 8:15 dne 12. května stojí 23,40 a jede 95 minut",
  "A 8:15-ös vonat május 12-én 23,40-be kerül és 95 perc",
  "12 Mayıs 8:15 treni 23,40 tutar ve 95 dakika sürer",
  "Поезд 8:15 12 мая стоит 23,40 и идёт 95 минут",
  "Το τρένο των 8:15 στις 12 Μαΐου κοστίζει 23,40",
  "القطار 8:15 يوم 12 مايو يكلف 23.40 ويستغرق 95 دقيقة",
  "הרכבת של 8:15 ב-12 במאי עולה 23.40",
  "Tàu 8:15 ngày 12 tháng 5 giá 23,40 chạy 95 phút",
];
const languages = () =>
  png(
    LANGUAGES.map((text, at) => words(`x="40" y="${60 + at * 48}" font-size="26"`, text)).join(""),
    1100,
    1060,
  );

/** Loops and strokes in rows, as a pen makes them that writes nothing. */
function scribbles(): Promise<Buffer> {
  const next = seeded(7);
  const rows = Array.from({ length: 14 }, (_, row) => {
    let path = `M 40 ${60 + row * 50}`;
    for (let x = 40; x < 820; x += 14 + next() * 16) {
      const [up, down] = [next() * 34, next() * 20];
      const y = 60 + row * 50;
      path += ` C ${x} ${y - up} ${x + 18} ${y + down} ${x + 14} ${y - up / 3}`;
    }
    return `<path d="${path}" fill="none" stroke="#1c2a66" stroke-width="2.4"/>`;
  });
  return png(rows.join(""), 900, 780);
}

/** A screen's pixels through a camera's: gratings of nearly one pitch that beat, aslant and in colours. */
function moire(): Promise<Buffer> {
  const [width, height] = [2400, 1800];
  const rgb = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.trunc(at / width)];
    const beat = Math.sin(x * 2.05 + y * 0.03) + Math.sin(y * 2.11 - x * 0.02);
    for (let channel = 0; channel < 3; channel += 1) {
      const fringe = Math.sin(x * 0.031 + y * 0.017 + channel * 2.1);
      rgb[at * 3 + channel] = 128 + 40 * beat + 30 * fringe;
    }
  }
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .png()
    .toBuffer();
}

it.each([
  ["one pixel", () => plain(1, 1, "red")],
  ["a line of pixels", () => plain(3000, 1, "red")],
  ["black", () => plain(900, 700, "black")],
  ["noise", noise],
  ["print three pixels high", () => png(words(`x="20" y="200" font-size="4"`), 600, 400)],
  [
    "print three pixels high in a photo of 12 megapixels",
    () => png(words(`x="2000" y="1500" font-size="4"`), 4000, 3000),
  ],
  [
    "mirrored print",
    () =>
      png(
        `<g transform="translate(900,0) scale(-1,1)">${words(`x="40" y="150" font-size="50"`)}</g>`,
        900,
        300,
      ),
  ],
  [
    "stripes",
    () =>
      png(
        `<defs><pattern id="p" width="3" height="3" patternUnits="userSpaceOnUse"><rect width="1.5" height="3"/></pattern></defs><rect width="800" height="600" fill="url(#p)"/>`,
        800,
        600,
      ),
  ],
  ["a page in twenty languages", languages],
  ["scribbles", scribbles],
  ["the moiré of a screen", moire],
])("tells nothing of %s, and keeps to its time", async (_, draw) => {
  const image = await pictureOf(await draw());
  const before = process.cpuUsage();
  const { lines, isComplete } = await read(image, never, BUDGET);
  const { user, system } = process.cpuUsage(before);
  expect(await readPapers(image, lines, [])).toEqual([]);
  expect((user + system) / 1000).toBeLessThan(BUDGET.ms + MARGIN_MS);
  expect(isComplete).toBe(true);
});
