/**
 * Writes a bug to stderr by its name and where it happened. Not its message: that may hold a path
 * or a value of someone's photo, and terminals are copied into public reports.
 */
export function reportBug(error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
  process.stderr.write([`bug: ${name}`, ...places, ""].join("\n"));
}
