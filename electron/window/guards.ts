/* What the window lets through, as pure functions; everything else is refused. */

export const SCHEME = "safelight";
/** The page's origin, made by our own protocol; nothing on any network has it. */
export const PAGE_ORIGIN = `${SCHEME}://app`;

/** Whether an address is of our page: the only thing the window loads, and the only caller of main. */
export function isOwnAddress(address: string | undefined): boolean {
  const url = URL.parse(address ?? "");
  return (
    url?.protocol === `${SCHEME}:` &&
    url.host === "app" &&
    url.username === "" &&
    url.password === ""
  );
}

/** Whether a request may leave the page. `blob:` and `data:` are the page's own memory. */
export const isAllowedRequest = (address: string): boolean =>
  isOwnAddress(address) ||
  address.startsWith(`blob:${PAGE_ORIGIN}/`) ||
  address.startsWith("data:");
