import { useFocusFor } from "../../bridge/use-focus.ts";
import { useTour } from "../../bridge/use-tour.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";
import "./tour.css";

const CARDS = [
  { icon: "medium", title: "tour.title1", text: "tour.text1" },
  { icon: "search", title: "tour.title2", text: "tour.text2" },
  { icon: "clean", title: "tour.title3", text: "tour.text3" },
  { icon: "undo", title: "tour.title4", text: "tour.text4" },
] as const satisfies readonly {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}[];

/** Four cards above the page. They cover nothing: whoever would rather begin just begins. */
export function Tour({ isFirstPage }: { readonly isFirstPage: boolean }) {
  const say = useText();
  const { isOpen, isAsked, step, setStep, close } = useTour(isFirstPage);
  const heading = useFocusFor(isAsked ? "asked" : null);
  const card = CARDS[step];
  if (!isOpen || card === undefined) return null;
  const isLast = step === CARDS.length - 1;
  return (
    <section className="tour" aria-label={say("tour.label")}>
      <span className="tour-icon">
        <Icon name={card.icon} size={28} />
      </span>
      <div className="tour-words" aria-live="polite">
        <h2 ref={heading} tabIndex={-1}>
          {say(card.title)}
        </h2>
        <p>{say(card.text)}</p>
      </div>
      <Button look="quiet" icon="close" iconOnly label={say("tour.close")} onPress={close} />
      <footer>
        <p className="soft">{say("tour.step", { step: step + 1, steps: CARDS.length })}</p>
        {step > 0 && <Button label={say("tour.back")} onPress={() => setStep(step - 1)} />}
        <Button
          look="primary"
          label={say(isLast ? "tour.done" : "tour.next")}
          onPress={isLast ? close : () => setStep(step + 1)}
        />
      </footer>
    </section>
  );
}
