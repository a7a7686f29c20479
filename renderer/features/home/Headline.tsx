import type { PhotoCounts, PhotoFilter } from "../../../shared/model/photo.ts";
import { EVERY_PHOTO, hrefOf } from "../../bridge/route.ts";
import { DANGEROUS } from "../../bridge/use-overview.ts";
import { Icon } from "../../ui/icons.tsx";
import { useFormats, useText } from "../../ui/text.ts";

/** One sentence with one big number: how many photos would hurt. */
export function Headline({ counts }: { readonly counts: PhotoCounts }) {
  const say = useText();
  const read = counts.photos - counts.failed;
  const dangerous = (counts.bySeverity.high ?? 0) + (counts.bySeverity.critical ?? 0);
  const unseen = counts.byKind.unseen ?? 0;
  return (
    <header className="headline">
      {dangerous > 0 ? (
        <Hurt dangerous={dangerous} read={read} />
      ) : (
        <Safe read={read} unseen={unseen} />
      )}
      <p className="headline-unread">
        {unseen > 0 && (
          <a href={albumOf({ kinds: ["unseen"] })}>{say("overview.unseen", { count: unseen })}</a>
        )}
        {counts.failed > 0 && (
          <a href={albumOf({ status: "failed" })}>
            {say("overview.unread", { count: counts.failed })}
          </a>
        )}
      </p>
    </header>
  );
}

const albumOf = (filter: Partial<PhotoFilter>): string =>
  hrefOf({ page: "album", filter: { ...EVERY_PHOTO, ...filter } });

function Hurt({ dangerous, read }: { readonly dangerous: number; readonly read: number }) {
  const say = useText();
  const formats = useFormats();
  return (
    <>
      <h1>
        <strong>{formats.number(dangerous)}</strong>{" "}
        <span>{say("overview.hurt", { count: read })}</span>
      </h1>
      <a
        className="button button-primary button-large"
        href={hrefOf({ page: "album", filter: DANGEROUS })}
      >
        <Icon name="medium" size={22} />
        {say("overview.look", { count: dangerous })}
      </a>
    </>
  );
}

/** Only what was looked at to its end is called safe. */
function Safe({ read, unseen }: { readonly read: number; readonly unseen: number }) {
  const say = useText();
  return (
    <h1 className="headline-safe">
      <Icon name={unseen > 0 ? "unseen" : "none"} size={56} />
      <span>{say(unseen > 0 ? "overview.soFar" : "overview.safe", { count: read })}</span>
    </h1>
  );
}
