import {
  box,
  bytesOf,
  ftyp,
  fullBox,
  hdlr,
  longBox,
  type Part,
  u8,
  u16,
  u32,
  u64,
  zeros,
} from "./bmff-builder.ts";

/** Builds films track by track, for tests. The coded samples are stand-ins. */

export interface TrackSpec {
  /** `vide`, `soun`, `meta`… */
  readonly handler: string;
  /** `avc1`, `mp4a`, `gpmd`… */
  readonly coding: string;
  readonly samples: readonly Uint8Array[];
  /** Name in the handler box, and the encoder's in a picture track's sample description. */
  readonly name?: string;
  readonly encoder?: string;
  readonly inTrak?: Part;
}

export interface FilmSpec {
  readonly brand?: string;
  readonly tracks: readonly TrackSpec[];
  readonly moovFirst?: boolean;
  /** Version 1 headers and 64-bit chunk offsets and box lengths. */
  readonly isLong?: boolean;
  /** Seconds since 1904. */
  readonly time?: number;
  readonly inMoov?: Part;
  /** Behind everything. */
  readonly after?: Part;
}

/** 2021-07-14T09:30:00Z in seconds since 1904. */
export const FILMED = 1_626_255_000 + 2_082_844_800;

const MATRIX = bytesOf(u32(0x1_0000), zeros(12), u32(0x1_0000), zeros(12), u32(0x4000_0000));

/** Version, flags and both times of a header, in four or eight bytes each. */
function header(
  type: string,
  { isLong, time = 0 }: FilmSpec,
  flags: number,
  ...rest: readonly Part[]
) {
  const number = isLong ? u64 : u32;
  return fullBox(type, isLong ? 1 : 0, flags, number(time), number(time), ...rest);
}

function sampleEntry({ handler, coding, encoder = "" }: TrackSpec): Uint8Array {
  const head = [zeros(6), u16(1)];
  if (handler !== "vide") return box(coding, ...head, "set-up");
  const name = bytesOf(u8(encoder.length), encoder, zeros(31 - encoder.length));
  const size = [u16(320), u16(240), u32(0x48_0000), u32(0x48_0000), zeros(4), u16(1)];
  return box(
    coding,
    ...head,
    zeros(16),
    ...size,
    name,
    u16(24),
    u16(0xffff),
    box("avcC", "set-up"),
  );
}

function trak(film: FilmSpec, track: TrackSpec, id: number, offsets: readonly number[]) {
  const duration = film.isLong ? u64(1000) : u32(1000);
  const { samples } = track;
  const places = film.isLong
    ? fullBox("co64", 0, 0, u32(offsets.length), ...offsets.map(u64))
    : fullBox("stco", 0, 0, u32(offsets.length), ...offsets.map(u32));
  const stbl = box(
    "stbl",
    fullBox("stsd", 0, 0, u32(1), sampleEntry(track)),
    fullBox("stts", 0, 0, u32(1), u32(samples.length), u32(40)),
    fullBox("stsc", 0, 0, u32(1), u32(1), u32(1), u32(1)),
    fullBox("stsz", 0, 0, u32(0), u32(samples.length), ...samples.map((one) => u32(one.length))),
    places,
  );
  const dinf = box("dinf", fullBox("dref", 0, 0, u32(1), fullBox("url ", 0, 1)));
  const kind = track.handler === "vide" ? fullBox("vmhd", 0, 1, zeros(8)) : fullBox("nmhd", 0, 0);
  return box(
    "trak",
    header("tkhd", film, 3, u32(id), u32(0), duration, zeros(16), MATRIX, u32(0), u32(0)),
    box(
      "mdia",
      header("mdhd", film, 0, u32(1000), duration, u32(0x55c4_0000)),
      hdlr(track.handler, track.name),
      box("minf", kind, dinf, stbl),
    ),
    track.inTrak ?? "",
  );
}

/** The samples of all tracks, interleaved, and where each lies behind the first. */
function interleaved(tracks: readonly TrackSpec[]) {
  const offsets = tracks.map((): number[] => []);
  const parts: Uint8Array[] = [];
  let at = 0;
  const longest = Math.max(0, ...tracks.map(({ samples }) => samples.length));
  for (let index = 0; index < longest; index++) {
    for (const [number, { samples }] of tracks.entries()) {
      const sample = samples[index];
      if (!sample) continue;
      parts.push(sample);
      offsets[number]?.push(at);
      at += sample.length;
    }
  }
  return { offsets, data: bytesOf(parts) };
}

export function buildFilm(film: FilmSpec): Uint8Array {
  const { offsets, data } = interleaved(film.tracks);
  const head = film.brand === "" ? zeros(0) : ftyp(film.brand ?? "isom", "mp42");
  const moov = (base: number) =>
    box(
      "moov",
      header("mvhd", film, 0, u32(1000), u32(1000), zeros(8), MATRIX, zeros(28)),
      ...film.tracks.map((track, index) =>
        trak(
          film,
          track,
          index + 1,
          (offsets[index] ?? []).map((at) => at + base),
        ),
      ),
      film.inMoov ?? "",
    );
  const mdat = film.isLong ? longBox("mdat", data) : box("mdat", data);
  const headerBytes = mdat.length - data.length;
  const after = film.after ?? "";
  if (!film.moovFirst) return bytesOf(head, mdat, moov(head.length + headerBytes), after);
  const base = head.length + moov(0).length + headerBytes;
  return bytesOf(head, moov(base), mdat, after);
}

/** One fragment: of each track, the samples given, stated one by one. */
export function fragment(
  runs: readonly { readonly track: number; readonly samples: readonly Uint8Array[] }[],
): Uint8Array {
  const build = (dataAt: number) => {
    let at = dataAt;
    const trafs = runs.map(({ track, samples }) => {
      const offset = at;
      at += samples.reduce((sum, one) => sum + one.length, 0);
      const rows = samples.map((one) => u32(one.length));
      return box(
        "traf",
        fullBox("tfhd", 0, 0x02_0000, u32(track)),
        fullBox("trun", 0, 0x201, u32(samples.length), u32(offset), ...rows),
      );
    });
    return box("moof", fullBox("mfhd", 0, 0, u32(1)), ...trafs);
  };
  const moof = build(build(0).length + 8);
  return bytesOf(moof, box("mdat", ...runs.flatMap(({ samples }) => samples)));
}

/** QuickTime's text: length, language, text. */
export const quickTimeText = (type: string, text: string): Uint8Array =>
  box(type, u16(text.length), u16(0x15c7), text);

/** 3GPP's place: language, name, role, longitude, latitude, altitude, planet. 51.5° N, 0.125° W. */
export const LOCI = fullBox(
  "loci",
  0,
  0,
  u16(0x15c7),
  "Greenwich\0\0",
  u32(-0.125 * 65_536 + 2 ** 32),
  u32(51.5 * 65_536),
  zeros(4),
  "earth\0\0",
);

/** Apple's keys and values. */
export function keyedMeta(entries: readonly (readonly [key: string, value: string])[]): Uint8Array {
  const keys = entries.map(([key]) => bytesOf(u32(8 + key.length), "mdta", key));
  const values = entries.map(([, value], index) => {
    const data = box("data", u32(1), u32(0), value);
    return bytesOf(u32(8 + data.length), u32(index + 1), data);
  });
  return box(
    "meta",
    hdlr("mdta"),
    fullBox("keys", 0, 0, u32(entries.length), ...keys),
    box("ilst", ...values),
  );
}
