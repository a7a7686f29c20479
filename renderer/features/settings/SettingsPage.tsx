import { settings as settingsSchema, TEXT_SIZES } from "../../../shared/model/settings.ts";
import { hrefOf } from "../../bridge/route.ts";
import { useAppInfo, useSettings } from "../../bridge/use-app.ts";
import { RowChoice } from "../../ui/Choices.tsx";
import { Icon, Lamp } from "../../ui/icons.tsx";
import { useFormats, useText } from "../../ui/text.ts";
import { CheckSettings } from "./CheckSettings.tsx";
import { PurgeSection } from "./PurgeSection.tsx";
import "./settings.css";

/** Languages are named in themselves, so that whoever is lost finds the way back. */
const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "zh-CN", label: "简体中文" },
  { value: "zh-TW", label: "繁體中文" },
] as const;

export function SettingsPage() {
  const say = useText();
  return (
    <div className="page">
      <div className="page-inner settings">
        <header className="page-head">
          <h1>{say("settings.title")}</h1>
        </header>
        <LookSettings />
        <CheckSettings />
        <section className="settings-part">
          <h2>{say("prefs.vault")}</h2>
          <p className="soft">{say("prefs.vaultText")}</p>
          <a className="button button-plain" href={hrefOf({ page: "vault" })}>
            <Icon name="vault" size={18} />
            {say("prefs.toVault")}
          </a>
        </section>
        <PurgeSection />
        <About />
      </div>
    </div>
  );
}

/** How the page looks and speaks. */
function LookSettings() {
  const say = useText();
  const formats = useFormats();
  const { settings, save } = useSettings();
  const { language, theme, textSize } = settingsSchema.shape;
  return (
    <>
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
        label={say("prefs.textSize")}
        value={String(settings.textSize)}
        onChange={(value) => save({ textSize: textSize.parse(Number(value)) })}
        options={TEXT_SIZES.map((size) => ({
          value: String(size),
          label: formats.percent(size / 100),
        }))}
      />
    </>
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
