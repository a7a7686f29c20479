import { useState } from "react";
import { goTo, type Route } from "../../bridge/route.ts";
import { useAppInfo } from "../../bridge/use-app.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useText } from "../../ui/text.ts";
import "./recovered.css";

/** What this start found half done and brought to an end, above whatever page is open. */
export function RecoveredBar({ route }: { readonly route: Route }) {
  const say = useText();
  const recovered = useAppInfo()?.recovered;
  const [isDismissed, setIsDismissed] = useState(false);
  const { finished, reverted } = recovered ?? { finished: 0, reverted: 0 };
  if (isDismissed || finished + reverted === 0) return null;
  return (
    <section className="recovered" aria-label={say("recovered.title")}>
      <Icon name="low" size={22} />
      <div>
        <h2>{say("recovered.title")}</h2>
        <p className="recovered-text">
          {finished > 0 && <span>{say("recovered.finished", { count: finished })}</span>}
          {reverted > 0 && <span>{say("recovered.reverted", { count: reverted })}</span>}
          <span>{say("recovered.whole")}</span>
        </p>
      </div>
      <div className="recovered-buttons">
        {route.page !== "history" && (
          <Button
            look="quiet"
            label={say("recovered.see")}
            onPress={() => goTo({ page: "history" })}
          />
        )}
        <Button
          look="quiet"
          icon="close"
          iconOnly
          label={say("common.dismiss")}
          onPress={() => setIsDismissed(true)}
        />
      </div>
    </section>
  );
}
