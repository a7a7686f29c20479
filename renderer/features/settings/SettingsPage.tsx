import { settings as settingsSchema } from "../../../shared/model/settings.ts";
import { useAppInfo, useSettings } from "../../bridge/use-app.ts";
import { RowChoice } from "../../ui/Choices.tsx";
import { Lamp } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";
import { PurgeSection } from "./PurgeSection.tsx";
import "./settings.css";

/** Languages are named in themselves, so that whoever is lost finds the way back. */
const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "zh-CN", label: "简体中文" },
] as const;

export function SettingsPage() {
  const say = useText();
  const { settings, save } = useSettings();
  const { language, theme, effort } = settingsSchema.shape;
  return (
    <div className="page">
      <div className="page-inner settings">
        <header className="page-head">
          <h1>{say("settings.title")}</h1>
        </header>
        <RowChoice
          label={say("settings.language")}
          value={settings.language}
          onChange={(value) => save({ language: language.parse(value) })}
          options={[{ value: "system", label: say("settings.languageSystem") }, ...LANGUAGES]}
        />
        <RowChoice
          label={say("settings.theme")}
          value={settings.theme}
          onChange={(value) => save({ theme: theme.parse(value) })}
          options={[
            { value: "system", label: say("settings.themeSystem") },
            { value: "light", label: say("settings.themeLight") },
            { value: "dark", label: say("settings.themeDark") },
          ]}
        />
        <RowChoice
          label={say("settings.effort")}
          value={settings.effort}
          onChange={(value) => save({ effort: effort.parse(value) })}
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
        <PurgeSection />
        <About />
      </div>
    </div>
  );
}

function About() {
  const say = useText();
  const info = useAppInfo();
  return (
    <section className="about">
      <Lamp size={44} />
      <div>
        <h2>{say("settings.about")}</h2>
        <p>{say("settings.aboutText")}</p>
        {info && (
          <p className="soft">
            {say("settings.version", { version: info.version })}
            {" · "}
            {say(info.shell === "window" ? "settings.shellWindow" : "settings.shellLoopback")}
          </p>
        )}
      </div>
    </section>
  );
}
