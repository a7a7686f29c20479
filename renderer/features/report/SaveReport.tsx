import { useState } from "react";
import type { FolderId } from "../../../shared/model/ids.ts";
import { type ReportFormat, reportFormat } from "../../../shared/model/report.ts";
import { language as languageSchema } from "../../../shared/model/settings.ts";
import { useSaveReport } from "../../bridge/use-report.ts";
import { Button } from "../../ui/Button.tsx";
import { WordField } from "../../ui/Fields.tsx";
import { Tick } from "../../ui/Parts.tsx";
import { useLanguage, useText } from "../../ui/text.ts";

/** As which files, in whose name. */
export function SaveReport({ folderId }: { readonly folderId: FolderId | null }) {
  const say = useText();
  const language = languageSchema.parse(useLanguage());
  const { save, isSaving } = useSaveReport();
  const [formats, setFormats] = useState<readonly ReportFormat[]>(["html"]);
  const [by, setBy] = useState("");
  const set = (format: ReportFormat, isOn: boolean) =>
    setFormats(
      reportFormat.options.filter((one) => (one === format ? isOn : formats.includes(one))),
    );
  const madeBy = by.trim() === "" ? null : by.trim();
  return (
    <section className="report-save">
      <h2>{say("report.save.title")}</h2>
      <div className="report-formats">
        {reportFormat.options.map((format) => (
          <Tick
            key={format}
            label={say(`report.save.${format}`)}
            isSelected={formats.includes(format)}
            onChange={(isOn) => set(format, isOn)}
          />
        ))}
      </div>
      <div className="report-by">
        <WordField
          label={say("report.save.by")}
          value={by}
          onChange={(text) => setBy(text.slice(0, 120))}
        />
        <Button
          look="primary"
          icon="document"
          label={say("report.save.button")}
          isDisabled={isSaving || formats.length === 0}
          onPress={() => save({ folderId, formats, language, madeBy })}
        />
      </div>
    </section>
  );
}
