import { useSyncExternalStore } from "react";
import { FINDING_KINDS, SEVERITIES } from "../../shared/model/finding.ts";
import {
  directoryId,
  type FolderId,
  folderId,
  type PhotoId,
  personId,
  photoId,
} from "../../shared/model/ids.ts";
import { EVERY_PHOTO, type PhotoFilter, photoSort, photoStatus } from "../../shared/model/photo.ts";
import { HELP_TOPICS, type HelpTopic } from "../../shared/policy/help-topics.ts";
import { focusOf, focusText } from "./focus-address.ts";

/** Where in the program a person is. Kept in the address, so that "back" works. */
export type Route =
  | { readonly page: "home" }
  | { readonly page: "album"; readonly filter: PhotoFilter }
  | { readonly page: "photo"; readonly photoId: PhotoId; readonly filter: PhotoFilter }
  | { readonly page: "insights" }
  | { readonly page: "report" }
  | { readonly page: "vault" }
  | { readonly page: "history" }
  | { readonly page: "help"; readonly article: HelpArticle | null }
  | { readonly page: "settings" }
  | { readonly page: "simple"; readonly step: SimpleStep; readonly folderId: FolderId | null };

/** One decision each. */
const SIMPLE_STEPS = ["choose", "look", "clean", "papers", "done"] as const;
export type SimpleStep = (typeof SIMPLE_STEPS)[number];

/** A page of the help: a topic, or how to tell apps apart. */
export type HelpArticle = HelpTopic | "apps";

export { EVERY_PHOTO };

/** The address of a place in the program, `#/album?folder=3&kinds=location`. */
export function hrefOf(route: Route): string {
  switch (route.page) {
    case "home":
      return "#/";
    case "album":
      return `#/album${queryOf(route.filter)}`;
    case "photo":
      return `#/photo/${route.photoId}${queryOf(route.filter)}`;
    case "help":
      return route.article === null ? "#/help" : `#/help/${route.article}`;
    case "simple": {
      const { step, folderId } = route;
      return folderId === null ? `#/simple/${step}` : `#/simple/${step}/${folderId}`;
    }
    default:
      return `#/${route.page}`;
  }
}

/** Reads an address; whatever makes no sense leads home. */
export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [page, id, more] = path.split("/");
  const filter = filterOf(new URLSearchParams(query));
  if (page === "album") return { page, filter };
  const plain = PLAIN_PAGES.find((name) => name === page);
  if (plain !== undefined) return { page: plain };
  if (page === "help") return { page, article: ARTICLES.find((name) => name === id) ?? null };
  if (page === "simple") return simpleOf(id, more);
  const photo = photoId.safeParse(Number(id));
  if (page === "photo" && photo.success) return { page, photoId: photo.data, filter };
  return { page: "home" };
}

/** Every step but the first is about a folder. */
function simpleOf(name: string | undefined, folder: string | undefined): Route {
  const step = SIMPLE_STEPS.find((one) => one === name);
  const known = folderId.safeParse(Number(folder));
  if (step === undefined || !known.success)
    return { page: "simple", step: "choose", folderId: null };
  return { page: "simple", step, folderId: known.data };
}

const PLAIN_PAGES = ["insights", "report", "vault", "history", "settings"] as const;
const ARTICLES: readonly HelpArticle[] = [...HELP_TOPICS, "apps"];

function queryOf(filter: PhotoFilter): string {
  const query = new URLSearchParams();
  if (filter.folderId !== null) query.set("folder", String(filter.folderId));
  if (filter.kinds.length > 0) query.set("kinds", filter.kinds.join("."));
  if (filter.severities.length > 0) query.set("severities", filter.severities.join("."));
  if (filter.status !== null) query.set("status", filter.status);
  if (filter.directoryId !== null) query.set("in", String(filter.directoryId));
  if (filter.text !== "") query.set("text", filter.text);
  if (filter.documents.length > 0) query.set("documents", filter.documents.join("."));
  if (filter.changed !== null) query.set("changed", filter.changed ? "yes" : "no");
  if (filter.focus !== null) query.set("focus", focusText(filter.focus));
  if (filter.person !== null) query.set("person", String(filter.person));
  if (filter.sort !== EVERY_PHOTO.sort) query.set("sort", filter.sort);
  return query.size === 0 ? "" : `?${query}`;
}

function filterOf(query: URLSearchParams): PhotoFilter {
  const folder = folderId.safeParse(Number(query.get("folder")));
  const directory = directoryId.safeParse(Number(query.get("in")));
  const status = photoStatus.safeParse(query.get("status"));
  const person = personId.safeParse(Number(query.get("person")));
  const sort = photoSort.safeParse(query.get("sort"));
  const changed = query.get("changed");
  const among = (name: string) => new Set(query.get(name)?.split(".") ?? []);
  const [kinds, severities] = [among("kinds"), among("severities")];
  return {
    folderId: folder.success ? folder.data : null,
    directoryId: directory.success ? directory.data : null,
    kinds: FINDING_KINDS.filter((kind) => kinds.has(kind)),
    severities: SEVERITIES.filter((severity) => severities.has(severity)),
    status: status.success ? status.data : null,
    text: query.get("text")?.slice(0, MAX_TEXT) ?? "",
    documents: [...among("documents")].filter((type) => DOCUMENT.test(type)),
    changed: changed === "yes" ? true : changed === "no" ? false : null,
    focus: focusOf(query.get("focus")),
    person: person.success ? person.data : null,
    sort: sort.success ? sort.data : EVERY_PHOTO.sort,
  };
}

/** As long as the contract takes. */
const MAX_TEXT = 200;
/** What a type of document looks like. */
const DOCUMENT = /^[a-z0-9-]{1,60}$/;

export const goTo = (route: Route): void => {
  location.hash = hrefOf(route);
};

/** Changes the address without a new step for "back"; for filters and for paging through photos. */
export const replaceRoute = (route: Route): void => {
  history.replaceState(null, "", hrefOf(route));
  dispatchEvent(new HashChangeEvent("hashchange"));
};

const onHashChange = (listener: () => void): (() => void) => {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
};

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(onHashChange, () => location.hash));
}
