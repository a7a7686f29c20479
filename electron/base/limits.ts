/*
 * Every number with a unit that bounds what the program spends, and why it is that big.
 * Numbers of one file format stand with the format, those of a model in its manifest.
 */

/** Milliseconds one photo may keep an analyst busy with its metadata; the corpus's slowest needs 60. */
export const INSPECT_DEADLINE_MS = 10_000;

/**
 * Milliseconds that looking at one picture may take on top, the first with the networks' loading: a
 * dense page takes seven seconds of a free core, and analysts yield to all who want theirs.
 */
export const SEE_DEADLINE_MS = 60_000;

/** Milliseconds to write, seal and check one stripped file: a 4 GB video on a slow disk needs minutes. */
export const STRIP_DEADLINE_MS = 600_000;

/** Milliseconds for one preview; libheif takes 1.1 s for 12 megapixels on a slow core. */
export const PREVIEW_DEADLINE_MS = 15_000;

/**
 * Resident bytes from which an analyst is replaced once it has answered: networks and decoders keep
 * what their largest picture needed; two at this and the engine are 1.4 GB.
 */
export const SPENT_WORKER_BYTES = 640 * 1024 * 1024;

/** Resident bytes at which an analyst is ended while it works: the largest picture allowed needs half. */
export const MAX_WORKER_BYTES = 2 * 1024 * 1024 * 1024;

/** Photos sent to an analyst in one message: makes the cost of a message (0.1 ms) small beside the work. */
export const INSPECT_BATCH = 16;

/** Messages under way per analyst: one being worked on, one waiting, so that it never idles. */
export const MESSAGES_IN_FLIGHT = 2;

/** Pixels of a picture we are willing to decode; 30,000 × 30,000 is refused before any decoding. */
export const MAX_DECODE_PIXELS = 400_000_000;

/**
 * Pixels of a picture whose decoder holds all of it at once (moving, progressive, HEIF, TIFF…): at 4
 * bytes each as much as a process may take. The largest sensors of phones have 200 million, in rows.
 */
export const MAX_HELD_PIXELS = 120_000_000;

/**
 * Pixels of a decoded picture that are kept while detectors look at it, 3 bytes each: 24-megapixel
 * cameras in full. Of bigger pictures a half, a quarter… is kept each way.
 */
export const MAX_KEPT_PIXELS = 25_000_000;

/** Bytes of a file we are willing to hand to a picture decoder, which wants it in memory. */
export const MAX_DECODE_BYTES = 512 * 1024 * 1024;

/** Bytes copied at a time when a file is written anew. */
export const COPY_CHUNK_BYTES = 1024 * 1024;

/** Results kept in memory before they are written to the catalogue in one transaction. */
export const STORE_BATCH = 512;

/** Milliseconds after which results are written even if they are few: somebody may be looking on. */
export const STORE_EVERY_MS = 250;

/**
 * Bytes of pixels that may be under way in all analysts together: two HEIC photos of 50 megapixels.
 * What needs more alone is looked at alone.
 */
export const PIXEL_BYTES_UNDER_WAY = 768 * 1024 * 1024;

/** Milliseconds a walk may hold the event loop before it lets other work pass. */
export const WALK_SLICE_MS = 8;

/** Bytes of a photo that a strip reads into memory at once; longer files are read piece by piece. */
export const STRIP_IN_MEMORY_BYTES = 64 * 1024 * 1024;
