import type { PhotoCounts } from "../../../shared/model/photo.ts";
import { EVERY_PHOTO, hrefOf } from "../../bridge/route.ts";
import { DANGEROUS } from "../../bridge/use-overview.ts";
import { Icon } from "../../ui/icons.tsx";
import { useFormats, useText } from "../../ui/text.ts";

/** One sentence with one big number: how many photos would hurt. */
export function Headline({ counts }: { readonly counts: PhotoCounts }) {
  const say = useText();
  const read = counts.photos - counts.failed;
  const dangerous = (counts.bySeverity.high ?? 0) + (counts.bySeverity.critical ?? 0);
  const unread = hrefOf({ page: "album", filter: { ...EVERY_PHOTO, status: "failed" } });
  return (
    <header className="headline">
      {dangerous > 0 ? <Hurt dangerous={dangerous} read={read} /> : <Safe read={read} />}
      {counts.failed > 0 && (
        <a className="headline-unread" href={unread}>
          {say("overview.unread", { count: counts.failed })}
        </a>
      )}
    </header>
  );
}

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

function Safe({ read }: { readonly read: number }) {
  const say = useText();
  return (
    <h1 className="headline-safe">
      <Icon name="none" size={56} />
      <span>{say("overview.safe", { count: read })}</span>
    </h1>
  );
}
