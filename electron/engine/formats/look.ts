import type { Coordinates } from "../../../shared/model/geometry.ts";
import type { Revelation } from "../../../shared/policy/metadata-risk.ts";
import { isAiRecord, type Reveals } from "../../../shared/policy/sensitive-tags.ts";
import type { ByteSource } from "../../base/bytes.ts";
import { placeInText } from "./text-place.ts";

/** Contents that can stand inside other contents; "bytes" are searched for the rest. */
export type Content = "exif" | "xmp" | "iptc" | "photoshop" | "bytes";

/** Reads contents inside contents; what it is made of knows every reader, so readers need not know each other. */
export type Dispatch = (content: Content, source: ByteSource, look: Look) => readonly Revelation[];

/** Containers in containers in containers: a thumbnail's Exif has no thumbnail worth a look. */
const MAX_DEPTH = 6;

/**
 * Contents opened, and bytes searched, for one block at most: contents that lead back to each other
 * would keep a reader busy for ever. A picture with all that cameras and editors add needs about 20.
 */
const MAX_CONTENTS = 500;
const MAX_SEARCHED = 256 * 1024 * 1024;

/** A character of free text costs as much as this many bytes: it is searched with a dozen patterns. */
const TEXT_COST = 32;

/** What is left of these; shared by all looks of one block. */
interface Budget {
  contents: number;
  bytes: number;
}
const fullBudget = (): Budget => ({ contents: MAX_CONTENTS, bytes: MAX_SEARCHED });

/** Where a reader stands, and how it says what it saw. */
export class Look {
  readonly #path: readonly string[];
  readonly #dispatch: Dispatch;
  readonly #budget: Budget;

  constructor(dispatch: Dispatch, path: readonly string[] = [], budget = fullBudget()) {
    this.#dispatch = dispatch;
    this.#path = path;
    this.#budget = budget;
  }

  /** The same place with all the patience of a new look. */
  renewed(): Look {
    return new Look(this.#dispatch, this.#path);
  }

  /** Takes bytes to be searched off what is left; false when that is too much. */
  affords(bytes: number): boolean {
    this.#budget.bytes -= bytes;
    return this.#budget.bytes >= 0;
  }

  /** The fact that something was not looked at. */
  givenUp(where: string): Revelation {
    return this.fact({ kind: "hidden-data", type: "unreadable-block" }, where);
  }

  /** A fact seen here: "trailer › Exif GPS". */
  fact(
    { kind, type }: Reveals,
    where: string,
    value: string | null = null,
    location: Coordinates | null = null,
  ): Revelation {
    const source = [...this.#path.filter((step) => step !== ""), where].join(" › ");
    return { kind, type, source, value, location };
  }

  /** A text: the fact that it is, and the place or the generator's record that it holds. */
  text(meaning: Reveals, value: string, where: string): Revelation[] {
    if (!this.affords(value.length * TEXT_COST))
      return [this.fact(meaning, where), this.givenUp(where)];
    const isLoose = LOOSE_TEXT.has(meaning.type);
    const isPlace = meaning.kind === "location" || isLoose;
    const place = isPlace ? placeInText(value) : undefined;
    const facts: Revelation[] = [];
    if (meaning.type !== "gps") facts.push(this.fact(meaning, where, value));
    if (place || meaning.type === "gps") {
      facts.push(this.fact({ kind: "location", type: "gps" }, where, null, place ?? null));
    }
    if ((isLoose || meaning.type === "software") && isAiRecord(value)) {
      facts.push(this.fact({ kind: "hidden-data", type: "ai-record" }, where, value));
    }
    return facts;
  }

  /** What the content of another kind gives away that stands here. */
  into(content: Content, source: ByteSource, step = ""): readonly Revelation[] {
    if (source.size === 0) return [];
    this.#budget.contents -= 1;
    const isSpent =
      this.#budget.contents < 0 || !this.affords(content === "bytes" ? source.size : 0);
    if (isSpent || this.#path.length >= MAX_DEPTH) {
      return [this.givenUp(step || content)];
    }
    const inner = new Look(this.#dispatch, [...this.#path, step], this.#budget);
    return this.#dispatch(content, source, inner);
  }
}

/** Free text, in which people and programs write anything. */
const LOOSE_TEXT: ReadonlySet<string> = new Set(["caption", "comment", "keywords", "unknown-tag"]);

/** Does a text hold control characters other than tabs and line ends, so that it is none? */
export const isBinary = (text: string): boolean => /(?![\t\n\v\f\r])\p{Cc}/u.test(text);

/** A text without what cannot be seen. */
export const plain = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
