/** Digest of the one inline style sheet that react-aria-components adds; re-check on its upgrade. */
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/**
 * What the page may do, for both shells. `connect` is where it may talk to besides its own origin.
 * `trusted-types 'none'` lets no code, ours or a library's, turn text into script or markup.
 * @see CSP Level 3; Trusted Types
 */
export const contentSecurityPolicy = (...connect: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${REACT_ARIA_STYLE}`,
    "img-src 'self' blob: data:",
    ["connect-src 'self'", ...connect].join(" "),
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** Headers of every answer in both shells. */
export const securityHeaders = (policy: string): Readonly<Record<string, string>> => ({
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()",
});
