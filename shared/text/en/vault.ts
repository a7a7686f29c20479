/** The sheet that a person prints and puts where papers are safe. */
export const sheet = {
  title: "Recovery sheet of a Safelight vault",
  what: "Whoever has this sheet can open the vault, without Safelight and without a passphrase. Keep it like a key to your home.",
  key: "The key:",
  recipient: "It belongs to the vault with this address:",
  how: "To open a sealed file with the free program age (age-encryption.org): write the key into a file key.txt, then",
  where:
    "What is in the vault: the small files in vault/entries say what each large one in vault/objects is. All steps: docs/vault.md.",
} as const;
