import type { PlaceWords } from "../model/photo.ts";
import type { Facts, TextKey } from "./index.ts";

/** The sentence for a place in words: "Near Nanqiao, Shanghai, China". The country is named in `language`. */
export function nearWords(
  language: string,
  { near }: PlaceWords,
): { readonly key: TextKey; readonly facts: Facts } {
  if (near === null) return { key: "photo.farFromTowns", facts: {} };
  const names = new Intl.DisplayNames([language], { type: "region" });
  return {
    key: "photo.near",
    facts: { town: near.words, country: names.of(near.country) ?? near.country },
  };
}
