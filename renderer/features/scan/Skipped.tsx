import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from "react-aria-components";
import { APP_ERROR_CODES } from "../../../shared/model/errors.ts";
import type { ScanProgress } from "../../../shared/model/scan.ts";
import { useFormats, useText } from "../../ui/text.ts";

/** "4 places were passed over", and on asking, why. */
export function Skipped({ skipped }: { readonly skipped: ScanProgress["skipped"] }) {
  const say = useText();
  const formats = useFormats();
  const reasons = APP_ERROR_CODES.flatMap((code) => {
    const count = skipped[code] ?? 0;
    return count > 0 ? [{ code, count }] : [];
  });
  if (reasons.length === 0) return null;
  const count = reasons.reduce((sum, reason) => sum + reason.count, 0);
  return (
    <DialogTrigger>
      <AriaButton className="scan-skipped">{say("scan.skipped", { count })}</AriaButton>
      <Popover className="menu scan-reasons" placement="bottom end">
        <Dialog>
          <Heading slot="title">{say("scan.skippedTitle")}</Heading>
          <ul>
            {reasons.map((reason) => (
              <li key={reason.code}>
                <p>
                  <strong>{say(`errorShort.${reason.code}`)}</strong>
                  <span>{formats.number(reason.count)}</span>
                </p>
                <p className="soft">{say(`error.${reason.code}`)}</p>
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
