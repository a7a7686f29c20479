/**
 * The shape another language must have: every key of the English text, any words.
 * Keys that end in `_one` fall away, because Chinese has one form for all numbers.
 */
export type Translation<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : Translation<T[K]>;
};
