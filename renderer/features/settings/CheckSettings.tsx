import type { DetectorId } from "../../../shared/model/finding.ts";
import { MAX_ANALYSTS, settings as settingsSchema } from "../../../shared/model/settings.ts";
import { useSettings } from "../../bridge/use-app.ts";
import { RowChoice } from "../../ui/Choices.tsx";
import { Tick } from "../../ui/Parts.tsx";
import { useFormats, useText } from "../../ui/text.ts";

/** What is looked for in pictures; what stands in the files is always read. */
const SIGHTS = [
  { detector: "faces", icon: "face" },
  { detector: "documents", icon: "document" },
  { detector: "text", icon: "personal-text" },
  { detector: "barcodes", icon: "barcode" },
] as const;

/** Processes to choose from; a machine with more cores than these has enough with the last. */
const ANALYSTS = [1, 2, 4, MAX_ANALYSTS] as const;

/** What a check looks for, and how much of the computer it takes. */
export function CheckSettings() {
  const say = useText();
  const formats = useFormats();
  const { settings, save } = useSettings();
  const turn = (detector: DetectorId, isOn: boolean) => {
    const others = settings.detectors.filter((other) => other !== detector);
    save({ detectors: isOn ? [...others, detector] : others });
  };
  return (
    <>
      <section className="settings-part">
        <h2>{say("prefs.sights")}</h2>
        <p className="soft">{say("prefs.sightsText")}</p>
        <div className="settings-ticks">
          {SIGHTS.map(({ detector, icon }) => (
            <Tick
              key={detector}
              icon={icon}
              label={say(`kind.${icon}.name`)}
              isSelected={settings.detectors.includes(detector)}
              onChange={(isOn) => turn(detector, isOn)}
            />
          ))}
        </div>
      </section>
      <RowChoice
        label={say("settings.effort")}
        value={settings.effort}
        onChange={(value) => save({ effort: settingsSchema.shape.effort.parse(value) })}
        options={[
          {
            value: "usual",
            label: say("settings.effortUsual"),
            hint: say("settings.effortUsualHint"),
          },
          {
            value: "thorough",
            label: say("settings.effortThorough"),
            hint: say("settings.effortThoroughHint"),
          },
        ]}
      />
      <section className="settings-part">
        <RowChoice
          label={say("prefs.analysts")}
          value={String(settings.analysts ?? 0)}
          onChange={(value) =>
            save({ analysts: settingsSchema.shape.analysts.parse(Number(value) || null) })
          }
          options={[
            { value: "0", label: say("prefs.analystsAll") },
            ...ANALYSTS.map((count) => ({ value: String(count), label: formats.number(count) })),
          ]}
        />
        <p className="soft">{say("prefs.analystsText")}</p>
      </section>
    </>
  );
}
