/** What safe copies are made for. */
export const purpose = {
  title: "What are they for?",
  social: "To post or send",
  socialText:
    "Nothing hidden stays, and papers, numbers and codes in the picture are covered. Sized for screens, with plain names.",
  form: "For a form or an office",
  formText: "All of the picture, so that it can be read, and nothing beside it. With plain names.",
  drive: "For a shared drive",
  driveText: "Names and days stay, so that others find the photos. Place, people and devices go.",
} as const;
