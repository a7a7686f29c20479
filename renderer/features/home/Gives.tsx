import { FINDING_KINDS } from "../../../shared/model/finding.ts";
import type { PhotoCounts } from "../../../shared/model/photo.ts";
import { EVERY_PHOTO, hrefOf } from "../../bridge/route.ts";
import { Icon } from "../../ui/icons.tsx";
import { useFormats, useText } from "../../ui/text.ts";

/** What all photos together give away: a bar for each kind, as long as its share of the photos. */
export function Gives({ counts }: { readonly counts: PhotoCounts }) {
  const say = useText();
  const formats = useFormats();
  const kinds = FINDING_KINDS.map((kind) => ({ kind, count: counts.byKind[kind] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (kinds.length === 0) return null;
  return (
    <section className="gives">
      <h2>{say("overview.gives")}</h2>
      <ul>
        {kinds.map(({ kind, count }) => (
          <li key={kind}>
            <a
              href={hrefOf({ page: "album", filter: { ...EVERY_PHOTO, kinds: [kind] } })}
              aria-label={say("overview.givesKind", { kind: say(`kind.${kind}.name`), count })}
            >
              <Icon name={kind} />
              <span className="gives-name">{say(`kind.${kind}.name`)}</span>
              <span className="gives-track">
                <span
                  className="gives-bar"
                  style={{ inlineSize: `${(100 * count) / counts.photos}%` }}
                />
              </span>
              <span className="gives-count">{formats.number(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
