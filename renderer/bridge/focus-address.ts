import { type InsightFocus, insightFocus } from "../../shared/model/focus.ts";

/** Numbers of cells in an address are written in this base: they are long. */
const BASE = 36;
const CELLS = "cells:";

/** What an insight is about, as a word of an address: `cells:1a2b.1a2c`, `child.possible-child`, `software=Example Editor`. */
export function focusText(focus: InsightFocus): string {
  if ("cells" in focus) return CELLS + focus.cells.map((cell) => cell.toString(BASE)).join(".");
  const types = focus.clues.join(".");
  return focus.name === null ? types : `${types}=${focus.name}`;
}

/** Null for what makes no sense. */
export function focusOf(text: string | null): InsightFocus | null {
  if (text === null) return null;
  const parsed = insightFocus.safeParse(text.startsWith(CELLS) ? cellsOf(text) : cluesOf(text));
  return parsed.success ? parsed.data : null;
}

const cellsOf = (text: string) => ({
  cells: text
    .slice(CELLS.length)
    .split(".")
    .map((cell) => Number.parseInt(cell, BASE)),
});

function cluesOf(text: string) {
  const [, types = "", name = null] = /^([a-z0-9.-]+)(?:=(.*))?$/s.exec(text) ?? [];
  return { clues: types.split(".").filter((type) => type !== ""), name };
}
