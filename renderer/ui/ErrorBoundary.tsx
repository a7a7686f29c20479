import { Component, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./icons.tsx";
import { useText } from "./text.ts";

interface State {
  readonly hasCrashed: boolean;
}

/** A bug in the page must not leave a person before an empty window. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasCrashed: false };

  static getDerivedStateFromError(): State {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const say = useText();
  return (
    <div className="cut-off" role="alert">
      <div className="cut-off-card">
        <Icon name="high" size={36} />
        <h1>{say("connection.crashedTitle")}</h1>
        <p>{say("connection.crashedText")}</p>
        <Button
          look="primary"
          icon="refresh"
          label={say("connection.reload")}
          onPress={() => location.reload()}
        />
      </div>
    </div>
  );
}
