/** Real values behind masked ones, asked for on a photo's page. */
export const reveal = {
  show: "Show the value",
  hide: "Hide it again",
  showOf: "Show the value: {{name}}",
  hideOf: "Hide it again: {{name}}",
  gone: "This time it could not be read.",
} as const;
