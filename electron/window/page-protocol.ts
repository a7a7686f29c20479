import { isDefinedError, safe } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { Contract } from "../../shared/contract/index.ts";
import { cacheRule, type PageFiles } from "../bridge/page-files.ts";
import { contentSecurityPolicy, securityHeaders } from "../bridge/page-policy.ts";
import { type PictureQuestion, pictureQuestion } from "../bridge/pictures.ts";
import { isOwnAddress } from "./guards.ts";

const HEADERS = securityHeaders(contentSecurityPolicy());

/** Answers `safelight://app/…`: the built page and pictures by id. Never opens a file of the user's. */
export function answerPage(
  page: PageFiles,
  photo: Pick<ContractRouterClient<Contract>["photo"], "preview">,
): (request: Request) => Promise<Response> {
  return async ({ url: address, method, signal }) => {
    if (method !== "GET" || !isOwnAddress(address)) return refuse(403);
    const url = new URL(address);
    const file = page.get(url.pathname);
    if (file !== undefined) {
      const headers = { ...HEADERS, "content-type": file.type, "cache-control": cacheRule(file) };
      return new Response(new Uint8Array(file.bytes), { headers });
    }
    const asked = pictureQuestion(url);
    return asked === undefined ? refuse(404) : picture(photo, asked, signal);
  };
}

async function picture(
  photo: Pick<ContractRouterClient<Contract>["photo"], "preview">,
  { id, px }: PictureQuestion,
  signal: AbortSignal,
): Promise<Response> {
  const { error, data } = await safe(photo.preview({ photoId: id, px }, { signal }));
  if (data !== undefined && !error) {
    const headers = { ...HEADERS, "content-type": data.type, "cache-control": "no-store" };
    return new Response(await data.arrayBuffer(), { headers });
  }
  return refuse(isDefinedError(error) && error.data.code === "photo-not-found" ? 404 : 422);
}

const refuse = (status: number) => new Response(null, { status, headers: HEADERS });
