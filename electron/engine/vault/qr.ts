import { create } from "qrcode/lib/core/qrcode.js";

/** Modules of white around the code (ISO/IEC 18004, 5.3.8). */
const QUIET = 4;

/** Dark modules of a text's QR code, with their quiet zone: rows of true and false. */
function modulesOf(text: string): boolean[][] {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const side = size + 2 * QUIET;
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (__, x) => {
      const [column, row] = [x - QUIET, y - QUIET];
      const isInside = column >= 0 && row >= 0 && column < size && row < size;
      return isInside && data[row * size + column] === 1;
    }),
  );
}

/** As SVG: black squares on white. */
export function qrSvg(text: string): string {
  const rows = modulesOf(text);
  const squares = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  const side = rows.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${squares.join("")}"/></svg>`;
}

/** For a terminal: two rows of modules a line, dark drawn as the background of light letters. */
export function qrText(text: string): string {
  const rows = modulesOf(text);
  const lines: string[] = [];
  for (let y = 0; y < rows.length; y += 2) {
    const line = rows[y]?.map(
      (isDark, x) => HALVES[Number(isDark)]?.[Number(rows[y + 1]?.[x] ?? 0)],
    );
    lines.push(line?.join("") ?? "");
  }
  return lines.join("\n");
}

/** By upper and lower module; a light module is the drawn one, as terminals are mostly dark. */
const HALVES = [
  ["█", "▀"],
  ["▄", " "],
];
