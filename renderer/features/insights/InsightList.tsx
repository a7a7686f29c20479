import { useState } from "react";
import { openAction } from "../../bridge/action-desk.ts";
import { EVERY_PHOTO, hrefOf } from "../../bridge/route.ts";
import { Button } from "../../ui/Button.tsx";
import { useText } from "../../ui/text.ts";
import type { Insight } from "./insight-rows.ts";

/** Answers shown at first; the rest on request. */
const SHOWN = 6;

/** The answers to one question, each with its photos and its cure. */
export function InsightList(props: {
  readonly rows: readonly Insight[];
  readonly pointed?: number | null;
  readonly onPoint?: (index: number | null) => void;
}) {
  const { rows, pointed, onPoint } = props;
  const say = useText();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, SHOWN);
  return (
    <>
      <ul className="answers">
        {shown.map((row, at) => (
          <li
            key={row.key}
            className={`answer${row.isGrave ? " answer-grave" : ""}${pointed === at ? " answer-pointed" : ""}`}
            onPointerEnter={() => onPoint?.(at)}
            onPointerLeave={() => onPoint?.(null)}
            onFocus={() => onPoint?.(at)}
            onBlur={() => onPoint?.(null)}
          >
            <Answer row={row} />
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button
          label={say("insights.more", { count: rows.length - shown.length })}
          onPress={() => setIsWhole(true)}
        />
      )}
    </>
  );
}

function Answer({ row }: { readonly row: Insight }) {
  const say = useText();
  const { sentence, what, facts, focus, cure } = row;
  const filter = { ...EVERY_PHOTO, focus };
  const spoken = what === null ? sentence : `${sentence}. ${what}`;
  return (
    <>
      <div className="answer-words">
        <p>{sentence}</p>
        {what !== null && <p className="answer-what">{what}</p>}
        {facts.length > 0 && <p className="answer-facts">{facts.join(" · ")}</p>}
      </div>
      <div className="answer-buttons">
        <a
          className="button button-plain"
          href={hrefOf({ page: "album", filter })}
          aria-label={say("insights.seeOf", { what: spoken })}
        >
          {say("insights.see")}
        </a>
        <Button
          label={say(cure.label)}
          name={say("insights.cureOf", { cure: say(cure.label), what: spoken })}
          onPress={() => openAction(cure.kind, { filter, except: [] }, cure.covers, cure.preset)}
        />
      </div>
    </>
  );
}
