import type { ConnectionState } from "../bridge/transport.ts";
import { Icon, Lamp } from "./icons.tsx";
import { useText } from "./text.ts";

export function Starting() {
  const say = useText();
  return (
    <p className="starting" role="status">
      <Lamp size={56} />
      {say("connection.connecting")}
    </p>
  );
}

const SENTENCES = {
  lost: { title: "connection.lostTitle", text: "connection.lostText" },
  closed: { title: "connection.closedTitle", text: "connection.closedText" },
  denied: { title: "connection.deniedTitle", text: "connection.deniedText" },
} as const;

/** Covers the page while nobody answers, for pressing buttons would be in vain. */
export function ConnectionNotice({ state }: { readonly state: ConnectionState }) {
  const say = useText();
  if (state === "connecting" || state === "open") return null;
  const { title, text } = SENTENCES[state];
  return (
    <div className="cut-off" role="alert">
      <div className="cut-off-card">
        {state === "lost" ? (
          <span className="spinner" aria-hidden="true" />
        ) : (
          <Icon name="lock" size={36} />
        )}
        <h1>{say(title)}</h1>
        <p>{say(text)}</p>
      </div>
    </div>
  );
}
