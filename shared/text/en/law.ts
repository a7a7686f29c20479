/** What the law calls especially sensitive, in a photo and in a report. */
export const law = {
  title: "Especially protected by law",
  cited: "{{name}} ({{articles}})",
  pipl: "PIPL Art. {{article}}",
  gdpr: "GDPR Art. {{article}}",
  /** Below a list of categories. */
  note: "PIPL: China’s Personal Information Protection Law. GDPR: the European Union’s data protection regulation. They bind firms and offices, not a family’s own album. This is no legal advice.",
  category: {
    biometric: "Faces (biometric)",
    "official-identity": "Official identity",
    "specific-identity": "Disability",
    health: "Health",
    financial: "Financial accounts",
    whereabouts: "Whereabouts",
    minors: "Children",
  },
} as const;
