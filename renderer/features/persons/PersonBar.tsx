import type { PersonProgress } from "../../../shared/model/person.ts";
import {
  useForgetPerson,
  usePersonSearch,
  useStopPersonSearch,
} from "../../bridge/person-search.ts";
import { EVERY_PHOTO, goTo, type Route } from "../../bridge/route.ts";
import { Button } from "../../ui/Button.tsx";
import { FaceCrop } from "../../ui/FaceCrop.tsx";
import { Progress } from "../../ui/Parts.tsx";
import { useErrorText, useFormats, useText } from "../../ui/text.ts";
import "./persons.css";

/** How far the search for a person is, and the way to forget it; there as long as anything is known. */
export function PersonBar({ route }: { readonly route: Route }) {
  const search = usePersonSearch();
  const say = useText();
  const stop = useStopPersonSearch();
  const forget = useForgetPerson();
  if (search === null) return null;
  const { face, progress } = search;
  const { personId: person, state, found, done, total } = progress;
  const isInSight = route.page === "album" && route.filter.person === person;
  const isRunning = state === "running";
  return (
    <section className="person-bar" aria-label={say("person.album")}>
      <FaceCrop {...face} />
      <div className="person-state">
        <Words progress={progress} />
        {isRunning && <Progress label={say("person.album")} share={done / total} />}
      </div>
      {!isInSight && found > 0 && (
        <Button
          look="quiet"
          label={say("person.see")}
          onPress={() => goTo({ page: "album", filter: { ...EVERY_PHOTO, person } })}
        />
      )}
      {isRunning && <Button icon="stop" label={say("person.stop")} onPress={() => stop(person)} />}
      <Button icon="delete" label={say("person.forget")} onPress={forget} />
    </section>
  );
}

function Words({ progress }: { readonly progress: PersonProgress }) {
  const { state, done, total, found, unclear, error } = progress;
  const say = useText();
  const formats = useFormats();
  const errorText = useErrorText();
  const titles = {
    running: () =>
      say("person.running", { done: formats.number(done), total: formats.number(total) }),
    done: () => say("person.done", { count: found }),
    stopped: () => say("person.stopped"),
    failed: () => say("person.failed"),
  };
  return (
    <div role="status">
      <h2>{titles[state]()}</h2>
      <p className="person-facts">
        {error !== null && <span>{errorText({ code: error })}</span>}
        {(state === "running" || state === "stopped") && (
          <span>{say("person.soFar", { count: found })}</span>
        )}
        {unclear > 0 && <span>{say("person.unclear", { count: unclear })}</span>}
        <span>{say("person.onlyMemory")}</span>
      </p>
    </div>
  );
}
