import { z } from "zod";
import { coordinates } from "./geometry.ts";
import { placeWords } from "./photo.ts";
import { monthNumber } from "./sighting.ts";

/** What a place is to the person who took the photos, the most telling first. */
export const PLACE_ROLES = ["sleep", "work", "often", "visited"] as const;
export const placeRole = z.enum(PLACE_ROLES);
export type PlaceRole = z.infer<typeof placeRole>;

const amount = z.int().nonnegative();

/** A place that several photos tell of. */
export const haunt = z.object({
  role: placeRole,
  /** The middle of its photos. */
  at: coordinates,
  photos: amount,
  /** Of these: taken at night, and in working hours. */
  nights: amount,
  workHours: amount,
  /** In how many different months. */
  months: amount,
  /** The first and the last of these months; null where no photo tells. */
  first: monthNumber.nullable(),
  last: monthNumber.nullable(),
  /** What its photos are found by, see {@link insightFocus}. */
  cells: z.array(amount).readonly(),
});
export type Haunt = z.infer<typeof haunt>;

/** Photos with something in common: how many, and how many items are in them. */
const found = z.object({
  type: z.string(),
  name: z.string().nullable(),
  photos: amount,
  items: amount,
});
export type Found = z.infer<typeof found>;

/** What all photos together give away. */
export const insights = z.object({
  photos: amount,
  /** Photos that tell a place. */
  located: amount,
  haunts: z.array(haunt.extend({ near: placeWords.shape.near })).readonly(),
  people: z.object({ faces: amount, children: amount, elderly: amount }),
  /** Types of documents, the most frequent first; so the others. */
  papers: z.array(found).readonly(),
  /** Phones, cameras and serial numbers. */
  devices: z.array(found).readonly(),
  /** Programs and what they added. */
  apps: z.array(found).readonly(),
});
export type Insights = z.infer<typeof insights>;
