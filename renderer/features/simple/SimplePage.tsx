import type { Route, SimpleStep } from "../../bridge/route.ts";
import { useLeaveSimple } from "../../bridge/use-simple.ts";
import { Button } from "../../ui/Button.tsx";
import { Lamp } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";
import { ChooseStep } from "./ChooseStep.tsx";
import { CleanStep, PapersStep } from "./CureSteps.tsx";
import { DoneStep } from "./DoneStep.tsx";
import { LookStep } from "./LookStep.tsx";
import "./simple.css";
import "./print.css";

type Place = Extract<Route, { page: "simple" }>;

/** Choose, look, clean: large type, plain words, one decision a screen. */
export function SimplePage({ at }: { readonly at: Place }) {
  const say = useText();
  const leave = useLeaveSimple();
  return (
    <div className="simple">
      <header className="simple-head">
        <p className="nav-brand">
          <Lamp size={34} />
          {say("app.name")}
        </p>
        <Steps step={at.step} />
        <Button label={say("simple.leave")} onPress={leave} />
      </header>
      <div className="simple-page">
        <Step key={`${at.step} ${at.folderId}`} at={at} />
      </div>
    </div>
  );
}

function Step({ at: { step, folderId } }: { readonly at: Place }) {
  if (folderId === null) return <ChooseStep />;
  switch (step) {
    case "choose":
      return <ChooseStep />;
    case "look":
      return <LookStep folderId={folderId} />;
    case "clean":
      return <CleanStep folderId={folderId} />;
    case "papers":
      return <PapersStep folderId={folderId} />;
    case "done":
      return <DoneStep folderId={folderId} />;
  }
}

const STEPS = ["choose", "look", "clean"] as const;
const SHOWN_AS: Readonly<Record<SimpleStep, number>> = {
  choose: 0,
  look: 1,
  clean: 2,
  papers: 2,
  done: 3,
};

function Steps({ step }: { readonly step: SimpleStep }) {
  const say = useText();
  const here = SHOWN_AS[step];
  return (
    <ol className="steps" aria-label={say("simple.steps")}>
      {STEPS.map((one, index) => (
        <li
          key={one}
          className={index < here ? "step step-done" : "step"}
          aria-current={index === here ? "step" : undefined}
        >
          <span className="step-number">{index + 1}</span>
          {say(`simple.step.${one}`)}
        </li>
      ))}
    </ol>
  );
}
