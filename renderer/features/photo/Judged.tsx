import type { Verdict } from "../../../shared/model/finding.ts";
import type { PhotoDetail } from "../../../shared/model/photo.ts";
import { useJudge } from "../../bridge/use-judge.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useFindingText, useText } from "../../ui/text.ts";
import { type FindingGroup, groupFindings } from "./findings.ts";

interface Props {
  readonly photo: PhotoDetail;
}

const membersOf = ({ findings }: PhotoDetail, { indexes }: FindingGroup) =>
  indexes.flatMap((index) => findings[index] ?? []);

/** "This is fine" and "wrong": what a person may say of a finding, after which it counts no more. */
export function JudgeButtons({ photo, group }: Props & { readonly group: FindingGroup }) {
  const say = useText();
  const { name } = useFindingText()(group.finding);
  const { mutate, isPending } = useJudge(photo.id);
  const judge = (verdict: Verdict) => mutate({ findings: membersOf(photo, group), verdict });
  return (
    <div className="judge">
      <Button
        look="quiet"
        icon="check"
        label={say("judge.fine")}
        name={say("judge.fineOf", { name })}
        isDisabled={isPending}
        onPress={() => judge("fine")}
      />
      <Button
        look="quiet"
        icon="close"
        label={say("judge.wrong")}
        name={say("judge.wrongOf", { name })}
        isDisabled={isPending}
        onPress={() => judge("wrong")}
      />
    </div>
  );
}

/** What counts no more because a person said so, out of the way, and with the way back. */
export function SetAside({ photo }: Props) {
  const say = useText();
  const nameOf = useFindingText();
  const { mutate, isPending } = useJudge(photo.id);
  const verdicts = [...new Set(photo.judged.flatMap((verdict) => verdict ?? []))];
  const groups = verdicts.flatMap((verdict) =>
    groupFindings(photo.findings, (index) => photo.judged[index] === verdict).map((group) => ({
      group,
      verdict,
    })),
  );
  if (groups.length === 0) return null;
  return (
    <details className="set-aside">
      <summary>{say("judge.aside", { count: groups.length })}</summary>
      <ul>
        {groups.map(({ group, verdict }) => (
          <li key={group.indexes.join()}>
            <Icon name={verdict === "fine" ? "check" : "close"} size={16} />
            <p>
              {nameOf(group.finding).name}
              <span className="soft">{say(`judge.said.${verdict}`)}</span>
            </p>
            <Button
              look="quiet"
              icon="undo"
              label={say("judge.back")}
              name={say("judge.backOf", { name: nameOf(group.finding).name })}
              isDisabled={isPending}
              onPress={() => mutate({ findings: membersOf(photo, group), verdict: null })}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
