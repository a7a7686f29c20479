import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import { readPayload } from "../content.ts";
import { reveal } from "../reveal/reveal.ts";
import { box, bytesOf, ftyp, fullBox, u32, uuidBox, zeros } from "../testing/bmff-builder.ts";
import {
  buildFilm,
  FILMED,
  type FilmSpec,
  fragment,
  keyedMeta,
  LOCI,
  quickTimeText,
  type TrackSpec,
} from "../testing/bmff-film.ts";
import { ascii, xmpText } from "../testing/content-builder.ts";
import {
  bytesAt,
  inspected,
  isUntouched,
  PLANS,
  type PlanName,
  stripped,
} from "../testing/harness.ts";
import { mov, mp4 } from "./mp4.ts";

const VIDEO: TrackSpec = {
  handler: "vide",
  coding: "avc1",
  samples: [ascii("picture one"), ascii("picture two")],
  name: "VideoHandler",
};
const SOUND: TrackSpec = {
  handler: "soun",
  coding: "mp4a",
  samples: [ascii("beep"), ascii("boop")],
};
const PLACES: TrackSpec = {
  handler: "meta",
  coding: "gpmd",
  samples: [ascii("GPS5 51.5,-0.125"), ascii("GPS5 51.6,-0.126")],
};
const XYZ = quickTimeText("\xa9xyz", "+51.5000-000.1250/");
const KEYS = keyedMeta([
  ["com.apple.quicktime.location.ISO6709", "+51.5000-000.1250+010.000/"],
  ["com.apple.quicktime.make", "Example"],
  ["com.apple.quicktime.creationdate", "2021-07-14T09:30:00+0100"],
]);
const film = (change: Partial<FilmSpec> = {}) => buildFilm({ tracks: [VIDEO, SOUND], ...change });

const namesIn = (bytes: Uint8Array, format = mp4) =>
  inspected(format, bytes).blocks.map(({ kind, name }) => `${kind}: ${name}`);
const factsIn = (bytes: Uint8Array, format = mp4) =>
  reveal(new MemorySource(bytes), inspected(format, bytes)).map(
    ({ kind, type }) => `${kind}/${type}`,
  );
const placesIn = (bytes: Uint8Array) =>
  reveal(new MemorySource(bytes), inspected(mp4, bytes)).flatMap(({ location }) => location ?? []);
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const samplesOf = ({ samples }: TrackSpec) => samples.map(latin1);

/** What any strip must leave as it was. */
function expectSameFilm(bytes: Uint8Array, plan: PlanName = "everything", format = mp4) {
  const clean = stripped(format, bytes, plan);
  expect(clean.length).toBe(bytes.length);
  expect(bytesAt(clean, inspected(format, clean).pixels)).toEqual(
    bytesAt(bytes, inspected(format, bytes).pixels),
  );
  expect(isUntouched(format, clean, plan)).toBe(true);
  return clean;
}

describe("a film's inspection", () => {
  it("tells its size and how it is turned", () => {
    expect(inspected(mp4, film())).toMatchObject({
      size: { width: 320, height: 240 },
      orientation: 1,
    });
    const turned = Buffer.from(film());
    const matrix = turned.indexOf("tkhd") + 4 + 40;
    for (const [index, value] of [0, 1, 0, -1, 0].entries()) {
      turned.writeInt32BE(value * 65_536, matrix + index * 4);
    }
    expect(inspected(mp4, turned).orientation).toBe(6);
  });

  it.each([
    ["QuickTime's place", box("udta", XYZ)],
    ["3GPP's place", box("udta", LOCI)],
    ["Apple's place", KEYS],
    ["a phone's place in user data of keys", box("udta", KEYS)],
  ])("finds %s", (_, inMoov) => {
    expect(placesIn(film({ inMoov }))).toEqual([{ lat: 51.5, lon: -0.125 }]);
    expect(placesIn(film({ inMoov, moovFirst: true }))).toEqual([{ lat: 51.5, lon: -0.125 }]);
  });

  it("names what tells something, wherever it stands", () => {
    const bytes = film({
      tracks: [{ ...VIDEO, encoder: "Example cam", name: "Example handler" }],
      time: FILMED,
      inMoov: [
        box(
          "udta",
          quickTimeText("\xa9mak", "Example"),
          box("GPMF", "serial"),
          box("XMP_", "<x/>"),
        ),
        uuidBox("be7acfcb97a942e89c71999491e3afac", "<x/>"),
        box("ABCD", "?"),
      ],
      after: [box("free", "GPS 51.5"), box("free", zeros(8)), "trailer!"],
    });
    expect(namesIn(bytes)).toEqual([
      "times: moov/mvhd",
      "times: moov/trak[1]/tkhd",
      "times: moov/trak[1]/mdhd",
      "text: moov/trak[1]/hdlr name",
      "text: moov/trak[1]/stsd compressorname",
      "text: moov/udta/©mak",
      "vendor: moov/udta/GPMF",
      "xmp: moov/udta/XMP_",
      "xmp: moov/uuid be7acfcb97a942e89c71999491e3afac",
      "unknown: moov/ABCD",
      "timed-metadata: free",
      "trailer: trailer",
    ]);
  });

  it("reads the times of both versions of the headers", () => {
    for (const isLong of [false, true]) {
      const times = reveal(
        new MemorySource(film({ time: FILMED, isLong })),
        inspected(mp4, film({ time: FILMED, isLong })),
      );
      expect(times.map(({ value }) => value)).toContain("2021-07-14T09:30:00.000Z");
    }
  });

  it("finds the samples of tracks that nobody sees", () => {
    const bytes = film({ tracks: [VIDEO, PLACES, SOUND] });
    const [block] = inspected(mp4, bytes).blocks;
    expect(block).toMatchObject({ kind: "timed-metadata", name: "moov/trak[2] gpmd" });
    const samples = block && readPayload(new MemorySource(bytes), block);
    expect(samples && latin1(samples)).toBe(samplesOf(PLACES).join(""));
  });

  it("takes subtitles that tell places for such a track, and others not", () => {
    const drone: TrackSpec = {
      handler: "sbtl",
      coding: "tx3g",
      samples: [ascii("\0\x1eGPS(149.0251,-20.2533,16)")],
    };
    expect(namesIn(film({ tracks: [VIDEO, drone] }))).toEqual([
      "timed-metadata: moov/trak[2] tx3g",
    ]);
    const subtitles = { ...drone, samples: [ascii("\0\x0bHow are you")] };
    expect(namesIn(film({ tracks: [VIDEO, subtitles] }))).toEqual([]);
  });

  it("finds remains of a track that an editor took out carelessly", () => {
    const bytes = Buffer.from(film({ tracks: [VIDEO, PLACES] }));
    bytes.write("free", bytes.lastIndexOf("trak"), "latin1");
    const names = namesIn(bytes);
    expect(names[0]).toBe("padding: mdat unreferenced");
    expect(latin1(stripped(mp4, bytes))).not.toContain("GPS5");
  });
});

describe("a stripped film", () => {
  const EVERYTHING: Partial<FilmSpec> = {
    tracks: [
      { ...VIDEO, encoder: "Example cam", inTrak: box("udta", box("name", "Jane's camera")) },
      PLACES,
      SOUND,
    ],
    time: FILMED,
    inMoov: [box("udta", XYZ, LOCI, quickTimeText("\xa9mak", "Example")), KEYS],
    after: uuidBox("be7acfcb97a942e89c71999491e3afac", xmpText('photoshop:City="Greenwich"')),
  };

  it.each([
    ["behind its samples", {}],
    ["in front of them", { moovFirst: true }],
    ["with 64-bit lengths", { isLong: true }],
    ["in QuickTime", { brand: "qt  " }],
    ["without brand", { brand: "" }],
  ])("says nothing more and plays as before, with its header %s", (_, change) => {
    const bytes = film({ ...EVERYTHING, ...change, after: "" });
    const format = [mp4, mov].find((one) => one.recognises(bytes.subarray(0, 64))) ?? mp4;
    const clean = expectSameFilm(bytes, "everything", format);
    expect(namesIn(clean, format)).toEqual([]);
    expect(latin1(clean)).not.toMatch(/GPS5|51[.]5|Greenwich|Example|Jane|mdta|\xa9xyz|loci/);
    for (const sample of [...samplesOf(VIDEO), ...samplesOf(SOUND)]) {
      expect(latin1(clean)).toContain(sample);
    }
  });

  it("ends where foreign boxes at its end began", () => {
    const bytes = film(EVERYTHING);
    const clean = stripped(mp4, bytes);
    expect(clean).toEqual(stripped(mp4, film({ ...EVERYTHING, after: "" })));
  });

  it("keeps the day and time where the plan says so", () => {
    const dated = expectSameFilm(film({ ...EVERYTHING, after: "" }), "identity");
    expect(new Set(factsIn(dated))).toEqual(new Set(["time/capture-time"]));
  });

  it("loses its places alone where only that is asked", () => {
    const clean = expectSameFilm(film({ ...EVERYTHING, after: "" }), "location");
    expect(placesIn(clean)).toEqual([]);
    expect(latin1(clean)).not.toMatch(/GPS5|51[.]5|Greenwich/);
    expect(factsIn(clean)).toContain("device/device-model");
  });

  it("is left as it is when there is nothing to take out", () => {
    expect(isUntouched(mp4, film())).toBe(true);
  });

  it("keeps what players need of a 360° film", () => {
    const sphere = `<rdf:SphericalVideo xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:GSpherical="http://ns.google.com/videos/1.0/spherical/"><GSpherical:Spherical>true</GSpherical:Spherical></rdf:SphericalVideo>`;
    const inTrak = uuidBox("ffcc8263f8554a938814587a02521fdd", sphere);
    expect(latin1(stripped(mp4, film({ tracks: [{ ...VIDEO, inTrak }] })))).toContain(
      "Spherical>true",
    );
  });
});

describe("a fragmented film", () => {
  const empty = (track: TrackSpec): TrackSpec => ({ ...track, samples: [] });
  const start = buildFilm({
    tracks: [empty(VIDEO), empty(PLACES)],
    time: FILMED,
    moovFirst: true,
    inMoov: box("mvex", ...[1, 2].map((id) => fullBox("trex", 0, 0, u32(id), zeros(16)))),
  });
  const part = fragment([
    { track: 1, samples: VIDEO.samples },
    { track: 2, samples: PLACES.samples },
  ]);
  const bytes = bytesOf(start, part, part);

  it("loses the samples of tracks that nobody sees, in every fragment", () => {
    expect(namesIn(bytes)).toContain("timed-metadata: moov/trak[2] gpmd");
    const clean = expectSameFilm(bytes);
    expect(latin1(clean)).not.toContain("GPS5");
    expect(latin1(clean).split("picture two")).toHaveLength(3);
    expect(namesIn(clean)).toEqual([]);
  });

  it("is refused when such samples cannot be found", () => {
    const broken = Buffer.from(bytes);
    broken.writeUInt32BE(0x7fff_0000, broken.lastIndexOf("trun") + 12);
    expect(mp4.strip(new MemorySource(broken), PLANS.everything)).toEqual({
      ok: false,
      error: { code: "format-read-only", subject: "timed metadata in fragments" },
    });
  });
});

describe("a film that cannot be changed safely", () => {
  it("is refused where metadata shares bytes with what is seen", () => {
    const bytes = Buffer.from(film({ tracks: [VIDEO, PLACES] }));
    const first = bytes.indexOf("stco");
    bytes.copyWithin(bytes.lastIndexOf("stco") + 12, first + 12, first + 16);
    expect(mp4.strip(new MemorySource(bytes), PLANS.everything)).toMatchObject({
      ok: false,
      error: { code: "format-read-only" },
    });
  });

  it("is refused where its header is packed", () => {
    const bytes = bytesOf(ftyp("qt  "), box("mdat", "x"), box("moov", box("cmov", "packed")));
    expect(mov.strip(new MemorySource(bytes), PLANS.everything)).toMatchObject({
      ok: false,
      error: { code: "format-read-only", subject: "compressed movie header" },
    });
  });
});
