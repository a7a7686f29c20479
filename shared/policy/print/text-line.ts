/** A place in a picture, in fractions of its width and height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One line of print, as a reader saw it. Raw: what it says must not leave the analyst. */
export interface TextLine {
  readonly text: string;
  /** 0–1: mean over its characters. */
  readonly score: number;
  /** Top left, top right, bottom right, bottom left corner, as somebody reading the line sees them. */
  readonly quad: readonly [Point, Point, Point, Point];
  /** In reading order; joined, they are the text. Places are fractions of the line's length. */
  readonly characters: readonly TextCharacter[];
}
export interface TextCharacter {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
