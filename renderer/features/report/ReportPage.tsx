import { useState } from "react";
import { type FolderId, folderId as folderIdSchema } from "../../../shared/model/ids.ts";
import type { Report } from "../../../shared/model/report.ts";
import { asAppError } from "../../bridge/errors.ts";
import { useFolders } from "../../bridge/use-folders.ts";
import { useReport } from "../../bridge/use-report.ts";
import { RowChoice } from "../../ui/Choices.tsx";
import { Empty, Failure, Loading } from "../../ui/Parts.tsx";
import { useText } from "../../ui/text.ts";
import { Found, Laws, Numbers, Unknown } from "./Counts.tsx";
import { SaveReport } from "./SaveReport.tsx";
import "./report.css";

/** What the photos of a folder come to in numbers, and the files in which that can be handed on. */
export function ReportPage() {
  const say = useText();
  const [chosen, setChosen] = useState<FolderId | null>(null);
  const { folders } = useFolders();
  const { data, error, refetch } = useReport(chosen);
  return (
    <div className="page">
      <div className="page-inner report">
        <header className="page-head">
          <h1>{say("report.title")}</h1>
          <p>{say("report.lead")}</p>
        </header>
        {folders.length > 1 && (
          <RowChoice
            label={say("report.about")}
            value={String(chosen ?? "")}
            onChange={(value) => setChosen(value === "" ? null : folderIdSchema.parse(+value))}
            options={[
              { value: "", label: say("report.allFolders") },
              ...folders.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
        )}
        {error !== null && <Failure error={asAppError(error)} again={() => void refetch()} />}
        {error === null && data === undefined && <Loading />}
        {data?.photos === 0 && (
          <Empty icon="print" title={say("report.empty")} text={say("report.emptyText")} />
        )}
        {data && data.photos > 0 && <Body report={data} folderId={chosen} />}
      </div>
    </div>
  );
}

function Body({
  report,
  folderId,
}: {
  readonly report: Report;
  readonly folderId: FolderId | null;
}) {
  return (
    <>
      <SaveReport folderId={folderId} />
      <Unknown report={report} />
      <Numbers report={report} />
      <Found report={report} />
      <Laws report={report} />
    </>
  );
}
