/** Strokes of each icon on a field of 24 × 24; our own drawings. */
const STROKES = {
  home: "M4 11.5 12 4.5l8 7M6 10v9.5h4.5V14h3v5.5H18V10",
  folder: "M3.5 6h6l2 2.5h9v10.5h-17z",
  photos: "M4 5h16v14H4zM4 16l4.5-5 4 4.5 2.5-2.5 5 4.5M15.5 9.2h.01",
  history: "M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4.5v3.8h3.8M12 8v4.3l3 1.8",
  settings:
    "M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
  location:
    "M12 21c-4.5-4.8-6.5-8-6.5-11a6.5 6.5 0 0 1 13 0c0 3-2 6.2-6.5 11zM9.7 10a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0",
  identity: "M8.2 8a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0-7.6 0M4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6",
  device: "M3.5 8h4L9 5.5h6L16.5 8h4v11h-17zM8.7 13.3a3.3 3.3 0 1 0 6.6 0a3.3 3.3 0 1 0-6.6 0",
  time: "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M12 7.5v4.8l3.2 1.9",
  thumbnail: "M4 5h16v14H4zM12 12h5v4h-5z",
  "hidden-data": "M4 9l8-4.5L20 9v7l-8 4.5L4 16zM4 9l8 4.5L20 9M12 13.5v7",
  face: "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M9 10h.01M15 10h.01M8.8 14.5c1.8 1.9 4.6 1.9 6.4 0",
  document:
    "M3.5 6h17v12.5h-17zM6.5 15.5c.3-1.7 1.3-2.4 2.5-2.4s2.2.7 2.5 2.4M7.7 10.4a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0M14.5 10.5h3M14.5 14h3",
  "personal-text": "M5 7V5h14v2M12 5v14M9.5 19h5",
  barcode: "M4 6v12M7.5 6v12M10.5 6v12M14 6v12M16.5 6v12M20 6v12",
  unseen:
    "M3.5 12S6.5 6.5 12 6.5 20.5 12 20.5 12 17.5 17.5 12 17.5 3.5 12 3.5 12zM9.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M4.5 19.5l15-15",
  none: "M12 3.5l7 2.5v5.5c0 4.2-2.8 7.3-7 9-4.2-1.7-7-4.8-7-9V6zM8.8 12l2.3 2.3 4.2-4.5",
  low: "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M12 11.3v4.7M12 8h.01",
  medium:
    "M3.5 12S6.5 6.5 12 6.5 20.5 12 20.5 12 17.5 17.5 12 17.5 3.5 12 3.5 12zM9.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
  high: "M12 4 21 19.5H3zM12 10v4.5M12 17h.01",
  critical: "M8.5 4h7L20 8.5v7L15.5 20h-7L4 15.5v-7zM12 8v4.8M12 16h.01",
  sort: "M7 5v14M3.5 15.5 7 19l3.5-3.5M13 7h7.5M13 12h5M13 17h2.5",
  veil: "M3.5 12S6.5 6.5 12 6.5 20.5 12 20.5 12 17.5 17.5 12 17.5 3.5 12 3.5 12zM5 19.5 19 4.5",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6 6 18",
  previous: "M14.5 5.5 8 12l6.5 6.5",
  next: "M9.5 5.5 16 12l-6.5 6.5",
  up: "M12 19V6M6.5 11 12 5.5 17.5 11",
  back: "M19 12H5.5M11.5 6l-6 6 6 6",
  undo: "M8.5 5.5 4.5 9.5l4 4M4.5 9.5H14a5 5 0 0 1 0 10h-4",
  clean:
    "M10.5 4.5l1.8 4.7 4.7 1.8-4.7 1.8-1.8 4.7-1.8-4.7L4 11l4.7-1.8zM18.5 15l.9 2.6 2.6.9-2.6.9-.9 2.6-.9-2.6-2.6-.9 2.6-.9z",
  search: "M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0-12 0M15 15l5 5",
  more: "M4.8 12a.7.7 0 1 0 1.4 0a.7.7 0 1 0-1.4 0M11.3 12a.7.7 0 1 0 1.4 0a.7.7 0 1 0-1.4 0M17.8 12a.7.7 0 1 0 1.4 0a.7.7 0 1 0-1.4 0",
  refresh: "M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v4h-4",
  keyboard: "M3 7h18v10H3zM7 10.5h.01M10.3 10.5h.01M13.7 10.5h.01M17 10.5h.01M8 14h8",
  vault:
    "M4 4.5h16v13.5H4zM6.5 18v2M17.5 18v2M9 11.2a3 3 0 1 0 6 0a3 3 0 1 0-6 0M12 8.2V6.9M12 15.5v-1.3M15 11.2h1.3M7.7 11.2H9",
  unlock: "M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 6.8-1.2",
  cover: "M4 5h16v14H4zM8 9h8v6H8zM8 12l3-3M8 15l6-6M11 15l5-5",
  copies: "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4",
  print: "M7 9V4h10v5M7 15H4V9h16v6h-3M7 13h10v7H7z",
  delete: "M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5",
  lock: "M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  drop: "M12 4v10M7.5 9.8 12 14.3l4.5-4.5M4.5 15.5v4h15v-4",
  stop: "M7 7h10v10H7z",
  help: "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M9.5 9.7c.3-1.5 1.3-2.2 2.6-2.2 1.5 0 2.6.9 2.6 2.3 0 2-2.6 2-2.6 4M12.1 16.5h.01",
  money: "M3.5 6h17v12h-17zM3.5 10h17M6.5 14.5h4",
  school: "M12 5 21 9.5 12 14 3 9.5zM6.5 11.5V16c3.2 2.4 7.8 2.4 11 0v-4.5M21 9.5V15",
  medical: "M4 5.5h16v13H4zM12 8.5v7M8.5 12h7",
  child: "M9 7.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0M7 20c.3-4.6 2-7 5-7s4.7 2.4 5 7",
  simple: "M4.5 19 9.5 5.5h1L15.5 19M6.3 14.5h7.4M17 19l2.2-6h.6L22 19M17.8 17h3.4",
  insights: "M4 6.5l5-2 6 2.5 5-2v12.5l-5 2-6-2.5-5 2zM9 4.5V17M15 7v12.5",
  apps: "M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z",
} as const;

export type IconName = keyof typeof STROKES;

/** Pixels at the usual size of letters; icons grow with them. */
const inRem = (px: number): string => `${px / 16}rem`;

/** An icon beside words; by itself it says nothing, so screen readers pass it over. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={inRem(size)}
      height={inRem(size)}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={STROKES[name]} />
    </svg>
  );
}

/** The program's mark: a darkroom lamp and its light. */
export function Lamp({ size = 28 }: { readonly size?: number }) {
  return (
    <svg className="lamp" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path className="lamp-cord" d="M16 2v6" />
      <path className="lamp-shade" d="M6 18a10 10 0 0 1 20 0z" />
      <path className="lamp-light" d="M11.5 18h9a4.5 4.5 0 0 1-9 0z" />
      <path className="lamp-rays" d="M9 25l-2.5 3M16 26.5V30M23 25l2.5 3" />
    </svg>
  );
}
